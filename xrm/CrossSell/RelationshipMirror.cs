using System;
using System.Collections.Generic;
using System.Linq;
using CrmExtensions.Domain.CrossSell;
using CrmExtensions.Xrm.Schema;
using CrmExtensions.Xrm.Stores;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmExtensions.Xrm.CrossSell;

/// <summary>
/// Keeps pairs for what people say in the product catalogue: cross-sell relationships and accessories in their
/// direction, substitutes and parts of bundles both ways. An up-sell replaces a product and goes with none.
/// </summary>
internal sealed class RelationshipMirror
{
    private const string Sold = "product", Related = "related";

    private readonly IOrganizationService service;

    public RelationshipMirror(IOrganizationService service) => this.service = service;

    /// <summary>After a row of productsubstitute was written or deleted.</summary>
    public void RefreshRelationship(Guid id) => Refresh(id, ProductRelationship.Table);

    /// <summary>After a row of productassociation was written or deleted.</summary>
    public void RefreshBundlePart(Guid id) => Refresh(id, BundlePart.Table);

    private void Refresh(Guid id, string table)
    {
        string source = id.ToString("D");
        QueryExpression query = Query(table);
        query.Criteria.AddCondition(table + "id", ConditionOperator.Equal, id);
        Entity? row = service.RetrieveMultiple(query).Entities.FirstOrDefault();
        Dictionary<string, ProductAffinityRow> wanted = row is null
            ? new Dictionary<string, ProductAffinityRow>()
            : PairsOf(row, source).ToDictionary(pair => pair.Key!);
        Release(source, table, wanted);
        Dictionary<string, Entity> known = Keys
            .Find(service, ProductAffinityRow.Table, ProductAffinityRow.Columns.Key, wanted.Keys)
            .ToDictionary(found => found.Text(ProductAffinityRow.Columns.Key)!);
        var batch = new RowBatch(service);
        foreach (KeyValuePair<string, ProductAffinityRow> pair in wanted)
        {
            var change = new ProductAffinityRow { RelationshipId = source };
            if (known.TryGetValue(pair.Key, out Entity? before)) batch.Update(before, change);
            else batch.Create(pair.Value);
        }

        batch.Write();
    }

    /// <summary>
    /// Pairs that the row does not say any more: another row of the catalogue that says the same keeps them, otherwise
    /// they go.
    /// </summary>
    private void Release(string source, string table, Dictionary<string, ProductAffinityRow> wanted)
    {
        var query = new QueryExpression(ProductAffinityRow.Table)
        {
            ColumnSet = new ColumnSet(
                ProductAffinityRow.Columns.Key, ProductAffinityRow.Columns.ProductId,
                ProductAffinityRow.Columns.PartnerId),
        };
        query.Criteria.AddCondition(ProductAffinityRow.Columns.RelationshipId, ConditionOperator.Equal, source);
        query.Criteria.AddCondition(
            ProductAffinityRow.Columns.Kind, ConditionOperator.GreaterEqual, Choice.First + (int)AffinityKind.Curated);
        foreach (Entity read in service.RetrieveMultiple(query).Entities)
        {
            ProductAffinityRow row = read.ToEntity<ProductAffinityRow>();
            if (wanted.ContainsKey(row.Key ?? "")) continue;
            if (OthersThatSay(row, table).FirstOrDefault() is { } other)
                service.Update(new ProductAffinityRow { Id = row.Id, RelationshipId = other }.Plain());
            else service.Delete(row.LogicalName, row.Id);
        }
    }

    /// <summary>Ids of the catalogue's rows between the same two products, whichever of them it starts from.</summary>
    private IEnumerable<string> OthersThatSay(ProductAffinityRow pair, string table)
    {
        if (pair.ProductId is not { } one || pair.PartnerId is not { } other) return Array.Empty<string>();
        QueryExpression query = Query(table);
        var either = new FilterExpression(LogicalOperator.Or);
        either.AddFilter(Between(table, one, other));
        either.AddFilter(Between(table, other, one));
        query.Criteria.AddFilter(either);
        query.AddOrder(table + "id", OrderType.Ascending);
        return service.RetrieveMultiple(query).Entities
            .Where(row => PairsOf(row, row.Id.ToString("D")).Any(said => said.Key == pair.Key))
            .Select(row => row.Id.ToString("D"));
    }

    private static FilterExpression Between(string table, EntityReference product, EntityReference partner)
    {
        var filter = new FilterExpression(LogicalOperator.And);
        filter.AddCondition(ProductOf(table), ConditionOperator.Equal, product.Id);
        filter.AddCondition(PartnerOf(table), ConditionOperator.Equal, partner.Id);
        return filter;
    }

    private static IEnumerable<ProductAffinityRow> PairsOf(Entity row, string source)
    {
        EntityReference? product = row.Link(ProductOf(row.LogicalName));
        EntityReference? partner = row.Link(PartnerOf(row.LogicalName));
        AffinityKind? kind = row.LogicalName == BundlePart.Table ? AffinityKind.Bundle : KindOf(row);
        if (product is null || partner is null || kind is not { } found) yield break;
        string one = row.Linked<string>(Sold, Product.Columns.Name) ?? "";
        string other = row.Linked<string>(Related, Product.Columns.Name) ?? "";
        yield return PairOf(product, partner, found, one + " + " + other, source);
        bool isMutual = found != AffinityKind.Curated
            || row.GetAttributeValue<OptionSetValue>(ProductRelationship.Columns.Direction)?.Value
                == ProductRelationship.BothWays;
        if (isMutual && product.Id != partner.Id)
            yield return PairOf(partner, product, found, other + " + " + one, source);
    }

    private static AffinityKind? KindOf(Entity row) =>
        row.GetAttributeValue<OptionSetValue>(ProductRelationship.Columns.Kind)?.Value switch
        {
            ProductRelationship.CrossSell or ProductRelationship.Accessory => AffinityKind.Curated,
            ProductRelationship.Substitute => AffinityKind.Substitute,
            _ => null,
        };

    private static ProductAffinityRow PairOf(
        EntityReference product, EntityReference partner, AffinityKind kind, string name, string source) =>
        new ProductAffinityRow
        {
            Name = name,
            Key = Keys.OfPair(Keys.Of(product.Id), Keys.Of(partner.Id), kind),
            ProductId = new EntityReference(Product.Table, product.Id),
            PartnerId = new EntityReference(Product.Table, partner.Id),
            Kind = (int)kind,
            RelationshipId = source,
        };

    private static string ProductOf(string table) =>
        table == BundlePart.Table ? BundlePart.Columns.BundleId : ProductRelationship.Columns.ProductId;

    private static string PartnerOf(string table) =>
        table == BundlePart.Table ? BundlePart.Columns.PartId : ProductRelationship.Columns.RelatedId;

    private static QueryExpression Query(string table)
    {
        var query = new QueryExpression(table) { ColumnSet = new ColumnSet(ProductOf(table), PartnerOf(table)) };
        if (table == ProductRelationship.Table)
            query.ColumnSet.AddColumns(ProductRelationship.Columns.Kind, ProductRelationship.Columns.Direction);
        query.Criteria.AddCondition("statecode", ConditionOperator.Equal, 0);
        AddName(query, ProductOf(table), Sold);
        AddName(query, PartnerOf(table), Related);
        return query;
    }

    private static void AddName(QueryExpression query, string column, string alias)
    {
        LinkEntity link = query.AddLink(Product.Table, column, Product.Columns.Id, JoinOperator.LeftOuter);
        link.EntityAlias = alias;
        link.Columns = new ColumnSet(Product.Columns.Name);
    }
}
