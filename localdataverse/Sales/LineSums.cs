using Microsoft.Xrm.Sdk;

namespace Dataverse.Local.Sales;

/// <summary>
/// What lines contribute to their document: net amount (extended amount without tax), manual discounts, tax.
/// </summary>
internal readonly record struct LineSums(decimal Net, decimal Discount, decimal Tax)
{
    public static LineSums operator +(LineSums a, LineSums b) =>
        new(a.Net + b.Net, a.Discount + b.Discount, a.Tax + b.Tax);

    public static LineSums operator -(LineSums a, LineSums b) =>
        new(a.Net - b.Net, a.Discount - b.Discount, a.Tax - b.Tax);

    public static LineSums OfLine(Entity line)
    {
        decimal tax = line.Amount(SalesColumns.Tax);
        return new LineSums(
            line.Amount(SalesColumns.ExtendedAmount) - tax, line.Amount(SalesColumns.ManualDiscount), tax);
    }

    /// <summary>
    /// As they stand on the header: kept there, so that a new line costs the same on a document of any size.
    /// </summary>
    public static LineSums OfHeader(Entity header) => new(
        header.Amount(SalesColumns.LineTotal),
        header.Amount(SalesColumns.LineDiscountTotal),
        header.Amount(SalesColumns.TaxTotal));

    public void WriteTo(Entity header)
    {
        header[SalesColumns.LineTotal] = new Money(Net);
        header[SalesColumns.LineDiscountTotal] = new Money(Discount);
        header[SalesColumns.TaxTotal] = new Money(Tax);
    }
}
