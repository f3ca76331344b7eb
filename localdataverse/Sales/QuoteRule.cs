using Dataverse.Local.Pipeline;
using Microsoft.Xrm.Sdk;

namespace Dataverse.Local.Sales;

/// <summary>Header of a quote: the first of its number is revision 0, only ReviseQuote makes others.</summary>
internal sealed class QuoteRule() : DocumentRule(DocumentKind.Quote)
{
    public override void BeforeCreate(Operation operation, Entity row)
    {
        base.BeforeCreate(operation, row);
        row[SalesColumns.Revision] = operation.Unit.Note<SalesWork>().RevisionBeingMade ?? 0;
    }
}
