using CrmExtensions.Domain.Loyalty;

namespace CrmExtensions.Domain.Tests.Loyalty.Redeeming;

public sealed class PayableDocumentTests
{
    [Fact]
    public void Money_goes_between_currencies_through_the_base_currency()
    {
        var document = new PayableDocument { Payable = 200m, Rate = 20m, ProgrammeRate = 2m };

        Assert.Equal(20m, document.PayableInProgrammeCurrency);
        Assert.Equal(50m, document.DiscountFor(5m));
        Assert.Equal(2.5m, document.BaseValueOf(5m));
    }

    [Fact]
    public void A_discount_is_cut_to_the_currency_and_is_never_more_than_the_document_asks_for()
    {
        var document = new PayableDocument { Payable = 3m, Rate = 3m, ProgrammeRate = 7m, Decimals = 0 };

        Assert.Equal(0m, document.DiscountFor(1m));
        Assert.Equal(1m, document.DiscountFor(4m));
        Assert.Equal(1m, document.DiscountFor(7m / 3m));
        Assert.Equal(3m, document.DiscountFor(100m));
        Assert.Equal(0m, document.DiscountWithout(1m));
        Assert.Equal(2m, (document with { Discount = 5m }).DiscountWithout(3m));
    }
}
