using System;
using System.Globalization;
using System.Linq;
using System.Security.Cryptography;
using System.Text;
using CrmExtensions.Domain.Loyalty;

namespace CrmExtensions.Domain.Tests.Loyalty;

public sealed class LedgerHashTests
{
    private static readonly Guid Order = new("44444444-4444-4444-4444-444444444444");

    // Frozen: stored ledgers depend on every character. The hashes were computed from the texts with sha256sum.
    private const string FirstHash = "a6d8df2975d8a44fffdf84c71ae049e570750308017897af1ddcc3b82dd9e14a";

    private const string Text = """
        crmx-ledger-2
        key=11111111111111111111111111111111-22222222222222222222222222222222-earn-44444444444444444444444444444444
        sequence=1
        points=90
        balance=90
        booked=639079632000000000
        source=salesorder/fc1bf13cf814d1606b790bd6696dd98b2e62260f6827ef0a1a11a4af4fd70a2d
        originator=33333333333333333333333333333333
        basis=NetLines
        amount=90.0000
        reason=-
        breakdown=-
        rates=1.1000000000/0.9000000000
        earned=2026-03-01
        from=2026-03-15
        until=2027-03-01
        status=90/1
        allocation=ce2b89a07065246bad7f8231e3d31bcef4c1ac750ea1066c4b9d9e87f8cad64a
        reverses=55555555555555555555555555555555
        origin=66666666666666666666666666666666
        rule=77777777777777777777777777777777
        batch=88888888888888888888888888888888
        document=0023d3faffec78fd9c004e3e89fc2418e3d200a804c72beac4b1be00396bd609
        note=0000000000000000000000000000000000000000000000000000000000000000
        previous=0000000000000000000000000000000000000000000000000000000000000000
        """;

    private const string FirstText = """
        crmx-ledger-1
        key=11111111111111111111111111111111-22222222222222222222222222222222-earn-44444444444444444444444444444444
        sequence=1
        points=90
        balance=90
        booked=639079632000000000
        source=salesorder/fc1bf13cf814d1606b790bd6696dd98b2e62260f6827ef0a1a11a4af4fd70a2d
        originator=33333333333333333333333333333333
        basis=NetLines
        amount=90.0000
        reason=-
        breakdown=-
        previous=0000000000000000000000000000000000000000000000000000000000000000
        """;

    [Fact]
    public void The_text_and_the_hash_of_an_entry_are_frozen()
    {
        LedgerEntry full = Entry() with { Draft = EveryFact() };

        Assert.Equal(Text.Replace("\r\n", "\n"), LedgerHash.TextOf(full));
        Assert.Equal("b1d32fa4af382b92e701d7d24d3d4a023fedb8df794001d34e981b9e75b818f1", LedgerHash.Of(full));
    }

    [Fact]
    public void An_entry_of_the_first_version_still_verifies_and_gets_no_new_fact_unnoticed()
    {
        LedgerEntry old = Entry() with { Hash = FirstHash };

        Assert.Equal(FirstHash, Sha256(FirstText.Replace("\r\n", "\n")));
        Assert.True(LedgerHash.Fits(old));
        Assert.True(LedgerHash.Fits(Entry() with { Hash = LedgerHash.Of(Entry()) }));
        Assert.False(LedgerHash.Fits(old with { Draft = old.Draft with { StatusPoints = 1 } }));
        Assert.False(LedgerHash.Fits(old with { Draft = old.Draft with { ExpiresOn = new Day(2027, 1, 1) } }));
        Assert.False(LedgerHash.Fits(old with { BalanceAfter = 91 }));
    }

    [Fact]
    public void A_ledger_that_began_in_the_first_version_goes_on_in_the_second()
    {
        LedgerEntry old = Entry() with { Hash = FirstHash };
        MemberHead head = MemberHead.Of(Any.MemberId) with { Sequence = 1, Balance = 90, LastHash = FirstHash };

        Posting next = Ledger.Post(head, Any.Adjustment(-30));

        Assert.Equal(PostingResult.Accepted, next.Result);
        Assert.True(LedgerReplay.Verify(next.Head, [old, next.Entry!]).IsSound);
    }

    [Theory]
    [InlineData("de-DE")]
    [InlineData("ar-SA")]
    [InlineData("tr-TR")]
    public void No_culture_changes_a_hash(string culture)
    {
        string expected = LedgerHash.Of(Entry());
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
            Assert.Equal(expected, LedgerHash.Of(Entry()));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Trailing_zeros_of_an_amount_do_not_matter()
    {
        LedgerEntry stored = Entry() with { Draft = Entry().Draft with { BasisAmount = 90.0000m } };

        Assert.Equal(LedgerHash.Of(Entry()), LedgerHash.Of(stored));
    }

    private static EntryDraft EveryFact() => Entry().Draft with
    {
        Rates = new CurrencyRates { Document = 1.1m, Programme = 0.9m },
        EarnedOn = new Day(2026, 3, 1),
        AvailableFrom = new Day(2026, 3, 15),
        ExpiresOn = new Day(2027, 3, 1),
        StatusPoints = 90,
        StatusOrders = 1,
        Allocation = LotBook.Of(LotKey.Of(new Day(2026, 3, 1), null, new Day(2027, 3, 1)), 90),
        ReversesId = new Guid("55555555-5555-5555-5555-555555555555"),
        OriginMemberId = new Guid("66666666-6666-6666-6666-666666666666"),
        RuleId = new Guid("77777777-7777-7777-7777-777777777777"),
        ImportBatchId = new Guid("88888888-8888-8888-8888-888888888888"),
        DocumentNumber = "SO-1",
        NoteHash = LedgerHash.Genesis,
    };

    private static string Sha256(string text)
    {
        using SHA256 sha = SHA256.Create();
        byte[] hash = sha.ComputeHash(Encoding.UTF8.GetBytes(text));
        return string.Concat(hash.Select(part => part.ToString("x2", CultureInfo.InvariantCulture)));
    }

    private static LedgerEntry Entry() => new()
    {
        Draft = Any.Earning(90, Order) with { BasisAmount = 90m, Breakdown = "" },
        Sequence = 1,
        BalanceAfter = 90,
    };
}
