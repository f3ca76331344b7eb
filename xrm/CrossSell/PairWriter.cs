using System;
using System.Collections.Generic;
using System.Linq;
using CrmExtensions.Domain.CrossSell;
using CrmExtensions.Xrm.Schema;
using CrmExtensions.Xrm.Stores;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;
using Microsoft.Xrm.Sdk.Query;

namespace CrmExtensions.Xrm.CrossSell;

/// <summary>
/// The rows of a product's best partners. A pair that is strong enough is proposed for the product catalogue; one that
/// is not among the best any more goes, unless a person has decided about it.
/// </summary>
internal sealed class PairWriter
{
    private const decimal MostLift = 100_000_000m;

    private readonly IOrganizationService service;
    private readonly CrossSellSettingsRow counted;
    private readonly RecommendSettings settings;

    public PairWriter(IOrganizationService service, CrossSellSettingsRow counted)
    {
        this.service = service;
        this.counted = counted;
        settings = SettingsStore.SettingsOf(counted);
    }

    public void Write(RankedProduct of, IReadOnlyList<RankedPartner> best, CountTotals totals)
    {
        Dictionary<string, ProductAffinityRow> known = Known(of);
        IReadOnlyDictionary<string, Entity> products = Products(of, best);
        IReadOnlyDictionary<string, string> sellers = of.Kind == AffinityKind.LearnedFromCategories
            ? new CategorySellers(service).Of(best.Select(partner => partner.Partner))
            : new Dictionary<string, string>();
        var batch = new RowBatch(service);
        for (int place = 0; place < best.Count; place++)
        {
            RankedPartner partner = best[place];
            string seller = partner.Partner;
            bool isCategory = of.Kind == AffinityKind.LearnedFromCategories;
            bool isSold = !isCategory || sellers.TryGetValue(partner.Partner, out seller!);
            if (!isSold || !products.ContainsKey(partner.Partner) || !products.ContainsKey(of.Product)) continue;
            string key = Keys.OfPair(of.Product, partner.Partner, of.Kind);
            ProductAffinityRow row = RowOf(of, partner, place + 1);
            row.PartnerId = Link(seller);
            known.TryGetValue(key, out ProductAffinityRow? before);
            AffinityState state = StateOf(of, row, (AffinityState)(before?.State ?? 0));
            if (before is null || before.State != (int)state) row.State = (int)state;
            known.Remove(key);
            if (before is not null) batch.Update(before, row);
            else batch.Create(Named(row, of, partner, products));
        }

        batch.Write();
        DeleteUndecided(known.Values);
    }

    private ProductAffinityRow RowOf(RankedProduct of, RankedPartner partner, int rank)
    {
        double expected = of.AllBaskets == 0 ? 0 : (double)of.Baskets * partner.PartnerBaskets / of.AllBaskets;
        decimal lift = expected > 0 ? Math.Min(MostLift, (decimal)(partner.Together / expected)) : 0m;
        return new ProductAffinityRow
        {
            Rank = rank,
            Together = partner.Together,
            Baskets = of.Baskets,
            PartnerBaskets = partner.PartnerBaskets,
            AllBaskets = of.AllBaskets,
            Lift = Math.Round(lift, 4),
            Score = Math.Round((decimal)partner.Score, 8),
            WindowDays = of.Kind == AffinityKind.LearnedWithinDays ? settings.WindowDays : null,
            CountedFrom = counted.CountedFrom,
            CountedTo = counted.CountedTo,
        };
    }

    private AffinityState StateOf(RankedProduct of, ProductAffinityRow row, AffinityState before)
    {
        if (before is AffinityState.Approved or AffinityState.Refused) return before;
        KnownPair pair = PairRows.Of(row, of.Product, "", of.Kind);
        bool isStrong = of.Kind == AffinityKind.Learned
            && row.Together >= settings.ProposalTogether
            && row.Lift >= (decimal)settings.ProposalLift
            && pair.Evidence is { MayBeTold: true };
        return isStrong ? AffinityState.Proposed : AffinityState.Learned;
    }

    private static ProductAffinityRow Named(
        ProductAffinityRow row, RankedProduct of, RankedPartner partner, IReadOnlyDictionary<string, Entity> products)
    {
        row.Name = NameOf(products[of.Product], products[partner.Partner]);
        row.Key = Keys.OfPair(of.Product, partner.Partner, of.Kind);
        row.ProductId = Link(of.Product);
        row.Kind = (int)of.Kind;
        if (of.Kind == AffinityKind.LearnedFromCategories) row.PartnerCategoryId = Link(partner.Partner);
        return row;
    }

    public static string NameOf(Entity product, Entity partner) =>
        product.Text(Product.Columns.Name) + " + " + partner.Text(Product.Columns.Name);

    private Dictionary<string, ProductAffinityRow> Known(RankedProduct of)
    {
        var query = new QueryExpression(ProductAffinityRow.Table)
        {
            ColumnSet = new ColumnSet(ProductAffinityRow.Columns.Key, ProductAffinityRow.Columns.State),
        };
        query.Criteria.AddCondition(
            ProductAffinityRow.Columns.ProductId, ConditionOperator.Equal, Keys.IdOf(of.Product));
        query.Criteria.AddCondition(
            ProductAffinityRow.Columns.Kind, ConditionOperator.Equal, Choice.First + (int)of.Kind);
        return service.RetrieveMultiple(query).Entities.Select(row => row.ToEntity<ProductAffinityRow>())
            .ToDictionary(row => row.Key!);
    }

    private IReadOnlyDictionary<string, Entity> Products(RankedProduct of, IEnumerable<RankedPartner> best)
    {
        var query = new QueryExpression(Product.Table) { ColumnSet = new ColumnSet(Product.Columns.Name) };
        object[] ids = best.Select(partner => partner.Partner).Concat(new[] { of.Product })
            .Select(id => (object)Keys.IdOf(id)).ToArray();
        query.Criteria.AddCondition(Product.Columns.Id, ConditionOperator.In, ids);
        return service.RetrieveMultiple(query).Entities.ToDictionary(row => Keys.Of(row.Id));
    }

    /// <summary>Whoever decides about one of them meanwhile wins: the page is refused and ranked again.</summary>
    private void DeleteUndecided(IEnumerable<ProductAffinityRow> rows)
    {
        foreach (ProductAffinityRow row in rows)
        {
            if ((AffinityState)(row.State ?? 0) is AffinityState.Approved or AffinityState.Refused) continue;
            service.Execute(new DeleteRequest
            {
                Target = new EntityReference(row.LogicalName, row.Id) { RowVersion = row.RowVersion },
                ConcurrencyBehavior = ConcurrencyBehavior.IfRowVersionMatches,
            });
        }
    }

    private static EntityReference Link(string product) => new EntityReference(Product.Table, Keys.IdOf(product));
}
