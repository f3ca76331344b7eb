using System;
using System.Text.Json;
using CrmExtensions.Domain.Loyalty;

namespace CrmExtensions.Domain.Tests.Loyalty;

public sealed class BreakdownTests
{
    [Fact]
    public void The_json_is_frozen()
    {
        var breakdown = new Breakdown(
        [
            new BreakdownPart { Line = new Guid(1, 0, 0, new byte[8]), Amount = 54m, Points = 54 },
            new BreakdownPart { Item = BreakdownPart.Freight, Amount = 4.5m, Points = 4 },
        ]);

        Assert.Equal(
            "{\"v\":1,\"parts\":["
            + "{\"rule\":\"base\",\"line\":\"00000001000000000000000000000000\",\"amount\":54.0000,\"points\":54},"
            + "{\"rule\":\"base\",\"item\":\"freight\",\"amount\":4.5000,\"points\":4}]}",
            breakdown.ToJson());
    }

    [Theory]
    [InlineData("quote \" and \\ and \n line")]
    [InlineData("Grüße, 東京")]
    public void Any_text_survives_as_ascii_json(string item)
    {
        string json = new Breakdown([new BreakdownPart { Item = item }]).ToJson();

        Assert.DoesNotContain(json, letter => letter is < ' ' or > '~');
        using JsonDocument parsed = JsonDocument.Parse(json);
        Assert.Equal(item, parsed.RootElement.GetProperty("parts")[0].GetProperty("item").GetString());
    }
}
