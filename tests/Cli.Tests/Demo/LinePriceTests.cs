using CrmExtensions.Cli.Demo;
using CrmExtensions.Cli.Orders;

namespace CrmExtensions.Cli.Tests.Demo;

public sealed class LinePriceTests
{
    [Theory]
    [InlineData("6", "15.30", "6", "2.55", "0")]
    [InlineData("3", "10.00", "3", "3.34", "0.02")]
    [InlineData("80995", "168469.60", "80995", "2.08", "0.00")]
    [InlineData("1000", "0.10", "1000", "0.01", "9.90")]
    [InlineData("0.3", "1.00", "0.3", "3.33", "0")]
    [InlineData("12", "0", "12", "0", "0")]
    public void A_sold_line_refers_to_its_product(string quantity, string amount, string pieces, string price,
        string off) =>
        Assert.Equal(new LinePrice(Number(pieces), Number(price), Number(off), false), Of(quantity, amount));

    [Theory]
    [InlineData("-1", "-4.65", "-1", "4.65", "0")]
    [InlineData("-3", "-10.00", "-3", "3.33", "0.01")]
    [InlineData("1", "-11062.06", "1", "-11062.06", "0")]
    [InlineData("-9600", "0", "-9600", "0", "0")]
    [InlineData("0", "5.25", "1", "5.25", "0")]
    [InlineData("0", "0", "0", "0", "0")]
    public void A_line_that_sells_nothing_is_a_write_in(
        string quantity, string amount, string pieces, string price, string off) =>
        Assert.Equal(new LinePrice(Number(pieces), Number(price), Number(off), true), Of(quantity, amount));

    [Fact]
    public void The_platforms_arithmetic_gives_back_every_total_to_the_cent()
    {
        for (int cents = -500; cents <= 500; cents += 7)
        {
            for (int thousandths = -9_000; thousandths <= 9_000; thousandths += 125)
            {
                decimal amount = cents / 100m;
                LinePrice price = LinePrice.Of(Line(thousandths / 1000m, amount));

                decimal gross = decimal.Round(price.PerUnit * price.Quantity, 2, MidpointRounding.AwayFromZero);
                Assert.Equal(amount, gross - price.Discount);
                Assert.True(price.Discount >= 0, $"{amount} for {price.Quantity}: discount {price.Discount}");
                Assert.Equal(price.PerUnit, decimal.Round(price.PerUnit, 2));
            }
        }
    }

    [Fact]
    public void A_currency_of_four_decimals_keeps_four() =>
        Assert.Equal(new LinePrice(3, 3.3334m, 0.0002m, false), LinePrice.Of(Line(3, 10m), decimals: 4));

    private static LinePrice Of(string quantity, string amount) => LinePrice.Of(Line(Number(quantity), Number(amount)));

    private static OrderLine Line(decimal quantity, decimal amount) =>
        new(2, "A", "K", DateTime.UnixEpoch, "P", quantity, amount);

    private static decimal Number(string text) =>
        decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
