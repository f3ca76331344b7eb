using System;
using CrmExtensions.Xrm.Loyalty;
using CrmExtensions.Xrm.Schema;
using CrmExtensions.Xrm.Texts;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Xrm.CrossSell;

/// <summary>Which customer or document the caller names; a document brings its customer along.</summary>
internal sealed class AskedFor
{
    public const int MostOfAList = 50, StandardOfAList = 5;

    public EntityReference? Customer { get; init; }

    public EntityReference? Document { get; init; }

    /// <summary>Of each list.</summary>
    public int Top { get; init; } = StandardOfAList;

    /// <exception cref="BusinessRuleException">Neither is named, or a table that is none of ours.</exception>
    public static AskedFor Of(ApiInput input, int top)
    {
        string documents = input.Text(CrossSellApis.Recommend.DocumentTable);
        string customers = input.Text(CrossSellApis.Recommend.CustomerTable);
        Guid? document = input.Id(CrossSellApis.Recommend.DocumentId);
        Guid? customer = input.Id(CrossSellApis.Recommend.CustomerId);
        if (document is null && customer is null)
            throw new BusinessRuleException(UserText.RecommendationNeedsCustomerOrDocument);
        if (document is not null && !TakesLines(documents))
            throw new BusinessRuleException(UserText.RecommendationTableIsUnknown, documents);
        if (customer is not null && customers is not (Schema.Customer.AccountTable or Schema.Customer.ContactTable))
            throw new BusinessRuleException(UserText.CustomerTableIsUnknown);
        return new AskedFor
        {
            Customer = customer is { } who ? new EntityReference(customers, who) : null,
            Document = document is { } what ? new EntityReference(documents, what) : null,
            Top = top <= 0 ? StandardOfAList : Math.Min(top, MostOfAList),
        };
    }

    public static bool TakesLines(string table) => table is EarningDocument.OpportunityTable
        or EarningDocument.QuoteTable or EarningDocument.OrderTable;
}
