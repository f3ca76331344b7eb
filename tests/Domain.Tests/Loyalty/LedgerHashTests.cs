using System;
using System.Globalization;
using CrmExtensions.Domain.Loyalty;

namespace CrmExtensions.Domain.Tests.Loyalty;

public sealed class LedgerHashTests
{
    private static readonly Guid Order = new("44444444-4444-4444-4444-444444444444");

    // Frozen: stored ledgers depend on every character. The hash was computed from the text with sha256sum.
    private const string Text = """
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
        Assert.Equal(Text.Replace("\r\n", "\n"), LedgerHash.TextOf(Entry()));
        Assert.Equal("a6d8df2975d8a44fffdf84c71ae049e570750308017897af1ddcc3b82dd9e14a", LedgerHash.Of(Entry()));
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

    private static LedgerEntry Entry() => new()
    {
        Draft = Any.Earning(90, Order) with { BasisAmount = 90m, Breakdown = "" },
        Sequence = 1,
        BalanceAfter = 90,
    };
}
