using System;
using System.Collections.Generic;
using System.Linq;
using CrmExtensions.Xrm.Schema;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Xrm.Stores;

/// <summary>
/// Which documents of a sale carry the discount of one redemption, and which have lost it again. The platform copies a
/// discount to every document that it makes of another, and closed documents keep theirs.
/// </summary>
internal sealed class DiscountCarriers
{
    private const char Carries = '+', Lost = '-';
    private static readonly char[] BetweenDocuments = { ' ' }, BetweenParts = { ':' };

    private readonly IReadOnlyList<string> documents;

    private DiscountCarriers(IReadOnlyList<string> documents) => this.documents = documents;

    /// <summary>Rows of before this column was kept: the document that was reserved for, until it lost it.</summary>
    public static DiscountCarriers Of(RedemptionRow row)
    {
        if (row.DiscountedOn is { } known)
            return new DiscountCarriers(known.Split(BetweenDocuments, StringSplitOptions.RemoveEmptyEntries));
        bool carries = row.DocumentAmount is > 0m && Guid.TryParse(row.DocumentId, out _);
        return carries
            ? Nobody.With(new EntityReference(row.DocumentTable, Guid.Parse(row.DocumentId)))
            : Nobody;
    }

    public static DiscountCarriers Nobody { get; } = new(Array.Empty<string>());

    public IReadOnlyList<EntityReference> All => documents.Where(text => text[0] == Carries).Select(RefOf).ToArray();

    public bool Has(Guid document) => documents.Any(text => text[0] == Carries && RefOf(text).Id == document);

    /// <summary>Whether it was ever decided whether this document carries the discount.</summary>
    public bool Knows(Guid document) => documents.Any(text => RefOf(text).Id == document);

    public DiscountCarriers With(EntityReference document) => Set(document, Carries);

    public DiscountCarriers Without(EntityReference document) => Set(document, Lost);

    public override string ToString() => string.Join(" ", documents);

    private DiscountCarriers Set(EntityReference document, char sign) => new(documents
        .Where(text => RefOf(text).Id != document.Id)
        .Concat(new[] { sign + document.LogicalName + ":" + document.Id.ToString("N") })
        .ToArray());

    private static EntityReference RefOf(string text)
    {
        string[] parts = text.Substring(1).Split(BetweenParts);
        bool isOne = parts.Length == 2 && SalesDocument.IsOne(parts[0]) && Guid.TryParse(parts[1], out _);
        return isOne ? new EntityReference(parts[0], Guid.Parse(parts[1])) : new EntityReference(string.Empty);
    }
}
