using System;
using System.Linq;
using Dataverse.Local.Metadata;
using Dataverse.Local.Pipeline;
using Dataverse.Local.Query;
using Dataverse.Local.Security;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;
using Microsoft.Xrm.Sdk.Query;

namespace Dataverse.Local.Sales;

/// <summary>
/// ReviseQuote: a new draft with number, header and lines of a closed quote and the next revision number. The closed
/// one stays as it is: whoever revises an active quote closes it before, with the status Revised.
/// </summary>
internal sealed class ReviseQuoteHandler : IMessageHandler
{
    private const int Draft = 0, Active = 1, Closed = 3;

    public string Message => "ReviseQuote";

    public OrganizationResponse Handle(OrganizationRequest request, Operation operation)
    {
        Guid quote = request.Required<Guid>("QuoteId");
        ColumnSet columns = request.Optional<ColumnSet>("ColumnSet") ?? new ColumnSet(false);
        int revision = NextRevision(operation, quote);
        SalesWork work = operation.Unit.Note<SalesWork>();
        work.RevisionBeingMade = revision;
        Guid made;
        try
        {
            made = new DocumentCopy(DocumentKind.Quote, DocumentKind.Quote, operation).Make(quote);
        }
        finally
        {
            work.RevisionBeingMade = null;
        }

        OrganizationResponse read = operation.Execute(new RetrieveRequest
        {
            Target = new EntityReference(DocumentKind.Quote.Table, made),
            ColumnSet = columns,
        });
        ReviseQuoteResponse response = new();
        response.Results["Entity"] = ((RetrieveResponse)read).Entity;
        return response;
    }

    private static int NextRevision(Operation operation, Guid id)
    {
        Table table = operation.Tables.Get(DocumentKind.Quote.Table);
        Entity quote = operation.Session.Find(
            table, id, new ColumnSet(SalesColumns.State, SalesColumns.QuoteNumber))
            ?? throw SalesErrors.NotFound(table.LogicalName, id);
        RowAccess.DemandOfAll(operation, table, id, AccessRights.ReadAccess);
        if (quote.Choice(SalesColumns.State) is not Closed and var state)
        {
            throw SalesErrors.NotClosed(id, state ?? Draft);
        }

        Entity[] all = Revisions(operation, table, quote[SalesColumns.QuoteNumber]);
        return all.Any(row => row.Choice(SalesColumns.State) is Draft or Active)
            ? throw SalesErrors.AnotherRevisionIsOpen()
            : all.Max(row => row.GetAttributeValue<int>(SalesColumns.Revision)) + 1;
    }

    /// <summary>Whoever may read them.</summary>
    private static Entity[] Revisions(Operation operation, Table table, object number)
    {
        Source root = new(table, table.LogicalName) { Filter = new Filter() };
        root.Columns.Add(new SelectColumn(root, table.State!));
        root.Columns.Add(new SelectColumn(root, table.Find(SalesColumns.Revision)!));
        root.Filter.Conditions.Add(new Condition(
            root, table.Find(SalesColumns.QuoteNumber)!, ConditionOperator.Equal, [number]));
        SelectQuery query = new(root) { Top = int.MaxValue };
        return [.. operation.Session.Select(query, QueryContext.Neutral).Entities];
    }
}
