using System;
using System.Collections.Generic;
using System.Linq;
using CrmExtensions.Xrm.Schema;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Xrm.Stores;

/// <summary>
/// The documents of one sale: all revisions of a quote, the orders that were made of them, the invoices that were made
/// of these. At most four requests.
/// </summary>
internal sealed class DocumentFamily
{
    private readonly IReadOnlyList<Entity> members;

    private DocumentFamily(IReadOnlyList<Entity> members) => this.members = members;

    public static DocumentFamily Nobody { get; } = new(Array.Empty<Entity>());

    public Guid[] Ids => members.Select(row => row.Id).ToArray();

    /// <param name="service">Of SYSTEM.</param>
    /// <param name="document">As <see cref="DocumentStore"/> reads it.</param>
    public static DocumentFamily Read(IOrganizationService service, Entity document)
    {
        var documents = new DocumentStore(service);
        Entity? order = document.LogicalName == SalesDocument.InvoiceTable ? OriginRow(documents, document) : document;
        Entity? quote = order?.LogicalName == SalesDocument.OrderTable ? OriginRow(documents, order) : order;
        var all = new List<Entity> { document };
        if (quote?.LogicalName == SalesDocument.QuoteTable)
        {
            string number = SalesDocument.NumberColumn(SalesDocument.QuoteTable);
            Add(all, documents.All(SalesDocument.QuoteTable, number, DocumentStore.NumberOf(quote)));
            Add(all, documents.MadeOf(all.Where(row => row.LogicalName == SalesDocument.QuoteTable)));
        }

        if (order is not null) Add(all, new[] { order });
        Add(all, documents.MadeOf(all.Where(row => row.LogicalName == SalesDocument.OrderTable)));
        return new DocumentFamily(all);
    }

    /// <summary>
    /// The document whose discount was copied to this one; of a revision the one before, which the platform does not
    /// name. Null for the first one.
    /// </summary>
    public Entity? OriginOf(Entity document)
    {
        if (document.LogicalName != SalesDocument.QuoteTable)
        {
            Guid? origin = DocumentStore.OriginOf(document);
            return members.FirstOrDefault(row => row.Id == origin);
        }

        return members
            .Where(row => row.LogicalName == SalesDocument.QuoteTable)
            .Where(row => DocumentStore.RevisionOf(row) < DocumentStore.RevisionOf(document))
            .OrderByDescending(DocumentStore.RevisionOf)
            .FirstOrDefault();
    }

    /// <summary>From the first document of the sale to this one.</summary>
    public IReadOnlyList<Entity> LineTo(Entity document)
    {
        var line = new List<Entity>();
        for (Entity? at = document; at is not null && line.All(row => row.Id != at.Id); at = OriginOf(at))
            line.Insert(0, at);
        return line;
    }

    /// <summary>Made directly of this one; those that live first, otherwise the oldest first.</summary>
    public IReadOnlyList<Entity> CopiesOf(Entity document) => members
        .Where(row => OriginOf(row)?.Id == document.Id)
        .OrderBy(row => DocumentStore.StateOf(row) == DocumentState.Cancelled)
        .ThenBy(row => row.GetAttributeValue<DateTime>(SalesDocument.Columns.CreatedOn))
        .ToArray();

    /// <summary>
    /// What goes on with the sale of this document: itself unless it is a closed quote or was cancelled, otherwise
    /// whatever was made of it and lives. Never empty.
    /// </summary>
    public IReadOnlyList<Entity> HeirsOf(Entity document)
    {
        DocumentState state = DocumentStore.StateOf(document);
        bool isOver = state == DocumentState.Cancelled
            || (document.LogicalName == SalesDocument.QuoteTable && state != DocumentState.Open);
        if (!isOver) return new[] { document };
        Entity[] heirs = CopiesOf(document).SelectMany(HeirsOf).ToArray();
        Entity[] living = heirs.Where(heir => DocumentStore.StateOf(heir) != DocumentState.Cancelled).ToArray();
        if (living.Length > 0) return living;
        return state == DocumentState.Cancelled || heirs.Length == 0 ? new[] { document } : heirs;
    }

    private static Entity? OriginRow(DocumentStore documents, Entity document) =>
        DocumentStore.OriginOf(document) is { } origin
            ? documents.Find(SalesDocument.OriginTable(document.LogicalName), origin)
            : null;

    private static void Add(List<Entity> all, IEnumerable<Entity> found) =>
        all.AddRange(found.Where(row => all.All(known => known.Id != row.Id)).ToArray());
}
