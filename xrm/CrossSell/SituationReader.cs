using System;
using System.Collections.Generic;
using System.Linq;
using CrmExtensions.Domain;
using CrmExtensions.Xrm.Schema;
using CrmExtensions.Xrm.Texts;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmExtensions.Xrm.CrossSell;

/// <summary>Reads the document with its customer and its lines, or the customer, as the caller: one request.</summary>
internal sealed class SituationReader
{
    private const string Line = "line", Sold = "product", Prices = "pricelist", Buyer = "buyer";

    private readonly IOrganizationService caller;
    private readonly CallerRights rights;
    private readonly Day today;

    public SituationReader(IOrganizationService caller, CallerRights rights, Day today)
    {
        this.caller = caller;
        this.rights = rights;
        this.today = today;
    }

    /// <exception cref="BusinessRuleException">It does not exist for the caller, or is another customer's.</exception>
    public Situation Read(AskedFor asked) => asked.Document is { } document
        ? ReadDocument(document, asked.Customer)
        : ReadCustomer(asked.Customer!);

    private Situation ReadDocument(EntityReference document, EntityReference? customer)
    {
        IReadOnlyList<Entity> rows = caller.RetrieveMultiple(DocumentQuery(document)).Entities.ToArray();
        if (rows.Count == 0) throw new BusinessRuleException(UserText.RecommendationIsNotForCaller);
        Entity header = rows[0];
        EntityReference? owner = header.Link(EarningDocument.Columns.CustomerId);
        if (owner is not null && header.Linked<Guid>(Buyer + owner.LogicalName, IdOf(owner)) == Guid.Empty)
            throw new BusinessRuleException(UserText.RecommendationIsNotForCaller);
        if (customer is not null && owner?.Id != customer.Id)
            throw new BusinessRuleException(UserText.RecommendationIsForAnotherCustomer);
        return new Situation
        {
            Customer = owner,
            Document = document,
            PriceListId = header.Link(PriceList.Columns.Id)?.Id,
            IsPriceListValid = IsValid(header),
            IsEditable = header.GetAttributeValue<OptionSetValue>(EarningDocument.Columns.State)?.Value
                == SalesDocument.Editable,
            Products = Ids(rows, Line, EarningLine.Columns.ProductId),
            Families = Ids(rows, Sold, Product.Columns.ParentId),
        };
    }

    private Situation ReadCustomer(EntityReference customer)
    {
        string table = customer.LogicalName;
        var query = new QueryExpression(table)
        {
            ColumnSet = new ColumnSet(Customer.Columns.PriceList),
        };
        query.Criteria.AddCondition(Customer.IdColumn(table), ConditionOperator.Equal, customer.Id);
        AddPriceList(query, Customer.Columns.PriceList);
        Entity row = caller.RetrieveMultiple(query).Entities.FirstOrDefault()
            ?? throw new BusinessRuleException(UserText.RecommendationIsNotForCaller);
        return new Situation
        {
            Customer = customer,
            PriceListId = row.Link(Customer.Columns.PriceList)?.Id,
            IsPriceListValid = IsValid(row),
        };
    }

    private static string IdOf(EntityReference customer) => Customer.IdColumn(customer.LogicalName);

    private QueryExpression DocumentQuery(EntityReference document)
    {
        string table = document.LogicalName;
        string id = EarningDocument.IdColumn(table);
        var query = new QueryExpression(table)
        {
            ColumnSet = new ColumnSet(
                EarningDocument.Columns.CustomerId, EarningDocument.Columns.State, PriceList.Columns.Id),
        };
        query.Criteria.AddCondition(id, ConditionOperator.Equal, document.Id);
        AddPriceList(query, PriceList.Columns.Id);
        AddCustomer(query, Customer.AccountTable);
        AddCustomer(query, Customer.ContactTable);
        LinkEntity line = query.AddLink(EarningLine.TableOf(table), id, id, JoinOperator.LeftOuter);
        line.EntityAlias = Line;
        line.Columns = new ColumnSet(EarningLine.Columns.ProductId);
        LinkEntity product = line.AddLink(
            Product.Table, EarningLine.Columns.ProductId, Product.Columns.Id, JoinOperator.LeftOuter);
        product.EntityAlias = Sold;
        product.Columns = new ColumnSet(Product.Columns.ParentId);
        return query;
    }

    /// <summary>A table that the caller may not read at all must not be asked for.</summary>
    private void AddCustomer(QueryExpression query, string table)
    {
        if (!rights.Sees(table)) return;
        LinkEntity customer = query.AddLink(
            table, EarningDocument.Columns.CustomerId, Customer.IdColumn(table), JoinOperator.LeftOuter);
        customer.EntityAlias = Buyer + table;
        customer.Columns = new ColumnSet(Customer.IdColumn(table));
    }

    private static void AddPriceList(QueryExpression query, string column)
    {
        LinkEntity list = query.AddLink(PriceList.Table, column, PriceList.Columns.Id, JoinOperator.LeftOuter);
        list.EntityAlias = Prices;
        list.Columns = new ColumnSet(PriceList.Columns.State, PriceList.Columns.BeginsOn, PriceList.Columns.EndsOn);
    }

    private bool IsValid(Entity row)
    {
        if (row.Linked<OptionSetValue>(Prices, PriceList.Columns.State) is not { } state) return true;
        DateTime begins = row.Linked<DateTime>(Prices, PriceList.Columns.BeginsOn);
        DateTime ends = row.Linked<DateTime>(Prices, PriceList.Columns.EndsOn);
        return state.Value == PriceList.Active
            && (begins == default || Day.Of(begins) <= today)
            && (ends == default || today <= Day.Of(ends));
    }

    private static IReadOnlyList<string> Ids(IEnumerable<Entity> rows, string alias, string column) => rows
        .Select(row => row.Linked<EntityReference>(alias, column)).Where(link => link is not null)
        .Select(link => Keys.Of(link!.Id)).Distinct().ToArray();
}
