using System.Globalization;
using System.IO.Compression;
using System.Text;
using CrmExtensions.Cli.Orders;

namespace CrmExtensions.Cli.Tests.Orders;

public sealed class OrderFileTests
{
    [Fact]
    public void A_line_becomes_its_six_facts()
    {
        OrderLine line = Assert.Single(Read("A1,17850,2010-12-01T08:26:00Z,85123A,6,15.30"));

        DateTime orderedOn = new(2010, 12, 1, 8, 26, 0, DateTimeKind.Utc);
        Assert.Equal(new OrderLine(2, "A1", "17850", orderedOn, "85123A", 6m, 15.30m), line);
        Assert.Equal(DateTimeKind.Utc, line.OrderedOn.Kind);
    }

    [Theory]
    [InlineData("2025-03-31", "2025-03-31T00:00:00.0000000Z")]
    [InlineData("2025-03-31 14:05", "2025-03-31T14:05:00.0000000Z")]
    [InlineData("2025-03-31T14:05:09", "2025-03-31T14:05:09.0000000Z")]
    [InlineData("2025-03-31T14:05:09.25Z", "2025-03-31T14:05:09.2500000Z")]
    [InlineData("2025-03-31T00:30:00+02:00", "2025-03-30T22:30:00.0000000Z")]
    [InlineData("2024-02-29T23:59-0130", "2024-03-01T01:29:00.0000000Z")]
    public void An_iso_date_is_read_as_utc(string text, string expected) =>
        Assert.Equal(
            expected,
            Assert.Single(Read($"A1,K1,{text},P1,1,1")).OrderedOn.ToString("O", CultureInfo.InvariantCulture));

    [Theory]
    [InlineData("31.03.2025"), InlineData("2025-02-29"), InlineData("2025-13-01"), InlineData("2025-03-31T24:00")]
    [InlineData("2025-03-31T"), InlineData("2025-03-31T14:05:09."), InlineData("2025-03-31T14:05X"), InlineData("")]
    [InlineData("1753-12-31"), InlineData("9999-01-01"), InlineData("2025-03-31T14:05:61Z")]
    [InlineData("2025-03-31T14:05+0100Z")]
    public void A_date_that_is_none_is_reported(string text) =>
        AssertMalformed(
            $"A1,K1,{text},P1,1,1", "orderedon is no ISO date such as 2025-03-31 or 2025-03-31T14:05:00Z");

    [Theory]
    [InlineData("A1,K1,2025-01-01,P1,1", "has 5 fields instead of 6")]
    [InlineData("A1,K1,2025-01-01,P1,1,2,3", "has 7 fields instead of 6")]
    [InlineData(",K1,2025-01-01,P1,1,1", "orderid is empty")]
    [InlineData("A1,K1,2025-01-01, ,1,1", "productid is empty")]
    [InlineData("A1,K1,2025-01-01,P1,one,1", "quantity is no number such as 12.50")]
    [InlineData("A1,K1,2025-01-01,P1,1,1 EUR", "amount is no number such as 12.50")]
    [InlineData("A1,K1,2025-01-01,P1,1,", "amount is no number such as 12.50")]
    [InlineData("A1,K1,2025-01-01,P1,1,1.00001", "amount has more than 4 decimals")]
    [InlineData("A1,K1,2025-01-01,P1,1,100000000000.01", "amount is larger than 100000000000")]
    [InlineData("A1,K1,2025-01-01,\"P1,1,1", "has a quote that is not closed")]
    [InlineData("A1,K1,2025-01-01,P\"1\",1,1", "has a quote in the middle of a field")]
    [InlineData("A1,K1,2025-01-01,\"P\"1,1,1", "has text after a closing quote")]
    public void A_malformed_line_is_reported_with_its_reason(string line, string reason) =>
        AssertMalformed(line, reason);

    [Fact]
    public void An_id_of_more_than_a_hundred_characters_is_reported() =>
        AssertMalformed(
            $"A1,K1,2025-01-01,{new string('ä', 101)},1,1", "productid has 101 characters, at most 100 are allowed");

    [Theory]
    [InlineData("A1,K\u001b]0;owned\a,2025-01-01,P1,1,1", "customerid has a control character")]
    [InlineData("A\01,K1,2025-01-01,P1,1,1", "orderid has a control character")]
    [InlineData("A1,K1,2025-01-01,P\u009b31m,1,1", "productid has a control character")]
    public void An_id_cannot_command_the_terminal_that_prints_it(string line, string reason) =>
        AssertMalformed(line, reason);

    [Fact]
    public void Zeros_behind_the_last_decimal_are_no_decimals()
    {
        OrderLine line = Assert.Single(Read("A1,K1,2025-01-01,P1,2.00000000,1.50000000000000000000"));

        Assert.Equal(1.5m, line.Amount);
        Assert.Equal(4, line.Amount.Scale);
        Assert.Equal(5, line.Quantity.Scale);
    }

    [Fact]
    public void Quoted_fields_may_hold_commas_and_quotes()
    {
        OrderLine line = Assert.Single(
            Read("\"A,1\",\"Smith \"\"Joe\"\"\",\"2025-01-01\",\"\"\"P\"\"\",\"2\",\"3.5\""));

        Assert.Equal("A,1", line.OrderId);
        Assert.Equal("Smith \"Joe\"", line.CustomerId);
        Assert.Equal("\"P\"", line.ProductId);
        Assert.Equal(3.5m, line.Amount);
    }

    [Fact]
    public void The_good_lines_around_a_malformed_one_are_read()
    {
        using OrderFile file = Open(
            $"{OrderFile.Header}\r\nA1,,2025-01-01,P1,1,1\r\n\r\nbad\r\nA2,K2,2025-01-02,P1,-1,-1");

        Assert.Equal([2, 5], file.Read().Select(line => line.Number));
        Assert.Equal([new MalformedLine(4, "has 1 fields instead of 6")], file.Malformed.First);
    }

    [Fact]
    public void Malformed_lines_are_counted_without_end_but_kept_to_a_hundred()
    {
        using OrderFile file = Open(OrderFile.Header + string.Concat(Enumerable.Repeat("\nbad", 250)));

        Assert.Empty(file.Read());
        Assert.Equal(250, file.Malformed.Count);
        Assert.Equal(100, file.Malformed.First.Count);
    }

    [Theory]
    [InlineData(4000), InlineData(300_000), InlineData(600_000)]
    public void A_line_longer_than_allowed_is_reported_and_skipped(int length)
    {
        string text = $"{OrderFile.Header}\n{new string('x', length)}\n"
            + $"A2,K2,2025-01-02,P1,1,1\n{new string('y', length)}";
        using OrderFile file = Open(text, OrderFileOptions.Default with { LineBytes = 64 });

        Assert.Equal("A2", Assert.Single(file.Read()).OrderId);
        Assert.Equal(
            [new MalformedLine(2, "is longer than 64 bytes"), new MalformedLine(4, "is longer than 64 bytes")],
            file.Malformed.First);
    }

    [Fact]
    public void A_gzip_file_is_read_as_it_is()
    {
        using MemoryStream zipped = new();
        using (GZipStream gzip = new(zipped, CompressionLevel.Fastest, leaveOpen: true))
        {
            gzip.Write(Encoding.UTF8.GetBytes($"{OrderFile.Header}\nA1,K1,2025-01-01,P1,1,1\n"));
        }

        using OrderFile file = OrderFile.Open(new MemoryStream(zipped.ToArray()));

        Assert.Equal("A1", Assert.Single(file.Read()).OrderId);
    }

    [Fact]
    public void Progress_is_the_share_of_the_file_that_was_read()
    {
        string line = "\nA1,K1,2025-01-01,P1,1,1";
        using OrderFile file = Open(OrderFile.Header + string.Concat(Enumerable.Repeat(line, 100_000)));
        List<double> shares = [];

        Assert.Equal(100_000, file.Read(shares.Add).Count());
        Assert.Equal(24, shares.Count);
        Assert.Equal(shares.Order(), shares);
        Assert.InRange(shares[^1], 0.9, 1.0);
    }

    [Theory]
    [InlineData(0.2), InlineData(0.5), InlineData(0.9)]
    public void A_gzip_file_that_was_cut_off_is_refused_instead_of_losing_its_end(double kept)
    {
        MemoryStream zipped = new();
        using (GZipStream gzip = new(zipped, CompressionLevel.Fastest, leaveOpen: true))
        {
            gzip.Write(Encoding.UTF8.GetBytes($"{OrderFile.Header}\n"));
            for (int order = 0; order < 5_000; order++)
                gzip.Write(Encoding.UTF8.GetBytes($"A{order},K{order % 97},2025-01-01,P{order % 31},1,{order}.25\n"));
        }

        using OrderFile file = OrderFile.Open(new MemoryStream(zipped.ToArray()[..(int)(zipped.Length * kept)]));

        OrderFileException fault = Assert.Throws<OrderFileException>(() => file.Read().Count());
        Assert.StartsWith("The gzip data is damaged after line", fault.Message);
    }

    [Fact]
    public void Damaged_gzip_data_is_refused()
    {
        byte[] damaged = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 0, 1, 2, 3, 4, 5, 6, 7];
        using OrderFile file = OrderFile.Open(new MemoryStream(damaged));

        OrderFileException fault = Assert.Throws<OrderFileException>(() => file.Read().Count());
        Assert.Equal("The gzip data is damaged after line 0; fetch or pack the file again.", fault.Message);
    }

    [Theory]
    [InlineData("", "the file is empty")]
    [InlineData("A1,K1,2025-01-01,P1,1,1", "line 1 is \"A1,K1,2025-01-01,P1,1,1\"")]
    [InlineData("orderid;customerid", "line 1 is \"orderid;customerid\"")]
    public void A_file_without_the_header_is_refused(string text, string what)
    {
        using OrderFile file = Open(text);

        OrderFileException fault = Assert.Throws<OrderFileException>(() => file.Read().Count());
        Assert.Equal($"The first line must be the header {OrderFile.Header}; {what}.", fault.Message);
    }

    [Fact]
    public void A_header_with_byte_order_mark_capitals_and_quotes_is_a_header()
    {
        using OrderFile file = Open(
            "\uFEFF\"OrderId\",\"CustomerId\",\"OrderedOn\",\"ProductId\",\"Quantity\",\"Amount\"\n"
                + "A,K,2025-01-01,P,1,1");

        Assert.Single(file.Read());
    }

    [Fact]
    public void Bytes_that_are_no_utf8_are_reported()
    {
        byte[] latin1 = [.. Encoding.UTF8.GetBytes(OrderFile.Header + "\nA1,K"), 0xFC, .. ",2025-01-01,P1,1,1"u8];
        using OrderFile file = OrderFile.Open(new MemoryStream(latin1));

        Assert.Empty(file.Read());
        Assert.Equal([new MalformedLine(2, "is not valid UTF-8")], file.Malformed.First);
    }

    [Fact]
    public void A_missing_file_is_named()
    {
        OrderFileException fault = Assert.Throws<OrderFileException>(() => OrderFile.Open("no-such-file.csv"));

        Assert.Equal("There is no file no-such-file.csv; give the path of a CSV of orders.", fault.Message);
    }

    [Fact]
    public void Ten_thousand_ids_keep_their_text()
    {
        string[] ids = [.. Enumerable.Range(0, 10_000).Select(i => $"id-{i}")];
        string text = OrderFile.Header + string.Concat(ids.Concat(ids).Select(id => $"\nA1,{id},2025-01-01,P1,1,1"));
        using OrderFile file = Open(text);

        string[] read = [.. file.Read().Select(line => line.CustomerId)];

        Assert.Equal(ids.Concat(ids), read);
        Assert.Same(read[5], read[10_005]);
    }

    private static void AssertMalformed(string line, string reason)
    {
        using OrderFile file = Open($"{OrderFile.Header}\n{line}\n");

        Assert.Empty(file.Read());
        Assert.Equal([new MalformedLine(2, reason)], file.Malformed.First);
    }

    private static IEnumerable<OrderLine> Read(string line)
    {
        using OrderFile file = Open($"{OrderFile.Header}\n{line}\n");
        OrderLine[] lines = [.. file.Read()];
        Assert.Empty(file.Malformed.First);
        return lines;
    }

    private static OrderFile Open(string text, OrderFileOptions? options = null) =>
        OrderFile.Open(new MemoryStream(Encoding.UTF8.GetBytes(text)), options);
}
