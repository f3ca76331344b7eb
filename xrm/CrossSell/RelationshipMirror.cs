using System;
using System.Collections.Generic;
using System.Linq;
using CrmExtensions.Domain.CrossSell;
using CrmExtensions.Xrm.Schema;
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
    public void RefreshRelationship(Guid id) => Refresh(id, Query(
        ProductRelationship.Table,
        ProductRelationship.Columns.ProductId,
        ProductRelationship.Columns.RelatedId,
        ProductRelationship.Columns.Kind,
        ProductRelationship.Columns.Direction));

    /// <summary>After a row of productassociation was written or deleted.</summary>
    public void RefreshBundlePart(Guid id) => Refresh(id, Query(
        BundlePart.Table, BundlePart.Columns.BundleId, BundlePart.Columns.PartId));

    private void Refresh(Guid id, QueryExpression query)
    {
        string table = query.EntityName;
        string source = id.ToString("D");
        query.Criteria.AddCondition(table + "id", ConditionOperator.Equal, id);
        Entity? row = service.RetrieveMultiple(query).Entities.FirstOrDefault();
        Dictionary<string, ProductAffinityRow> wanted = row is null
            ? new Dictionary<string, ProductAffinityRow>()
            : PairsOf(row, source).ToDictionary(pair => pair.Key!);
        Delete(source, wanted);
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

    /// <summary>Pairs of the row that it does not say any more.</summary>
    private void Delete(string source, Dictionary<string, ProductAffinityRow> wanted)
    {
        var query = new QueryExpression(ProductAffinityRow.Table)
        {
            ColumnSet = new ColumnSet(ProductAffinityRow.Columns.Key, ProductAffinityRow.Columns.Kind),
        };
        query.Criteria.AddCondition(ProductAffinityRow.Columns.RelationshipId, ConditionOperator.Equal, source);
        query.Criteria.AddCondition(
            ProductAffinityRow.Columns.Kind, ConditionOperator.GreaterEqual, Choice.First + (int)AffinityKind.Curated);
        foreach (Entity row in service.RetrieveMultiple(query).Entities)
        {
            if (!wanted.ContainsKey(row.Text(ProductAffinityRow.Columns.Key) ?? ""))
                service.Delete(row.LogicalName, row.Id);
        }
    }

    private static IEnumerable<ProductAffinityRow> PairsOf(Entity row, string source)
    {
        bool isBundle = row.LogicalName == BundlePart.Table;
        EntityReference? product = row.Link(
            isBundle ? BundlePart.Columns.BundleId : ProductRelationship.Columns.ProductId);
        EntityReference? partner = row.Link(
            isBundle ? BundlePart.Columns.PartId : ProductRelationship.Columns.RelatedId);
        AffinityKind? kind = isBundle ? AffinityKind.Bundle : KindOf(row);
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

    private static QueryExpression Query(string table, string product, string partner, params string[] more)
    {
        var query = new QueryExpression(table) { ColumnSet = new ColumnSet(product, partner) };
        query.ColumnSet.AddColumns(more);
        query.Criteria.AddCondition("statecode", ConditionOperator.Equal, 0);
        AddName(query, product, Sold);
        AddName(query, partner, Related);
        return query;
    }

    private static void AddName(QueryExpression query, string column, string alias)
    {
        LinkEntity link = query.AddLink(Product.Table, column, Product.Columns.Id, JoinOperator.LeftOuter);
        link.EntityAlias = alias;
        link.Columns = new ColumnSet(Product.Columns.Name);
    }
}
