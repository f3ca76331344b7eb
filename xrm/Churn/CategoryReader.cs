using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.ServiceModel;
using CrmExtensions.Domain;
using CrmExtensions.Domain.Churn;
using CrmExtensions.Xrm.Schema;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmExtensions.Xrm.Churn;

/// <summary>
/// Product families that a customer has dropped while it buys as much as ever. The platform adds the lines up by family
/// and day, so that orders of any number and size cost one request.
/// </summary>
internal sealed class CategoryReader
{
    /// <summary>Above, a customer's lines may be more than the platform adds up.</summary>
    private const int MostOrders = 2000;

    private const int MostWarnings = 3, LongestText = 1000;

    private const string Query = @"<fetch aggregate='true'><entity name='salesorderdetail'>
<attribute name='extendedamount_base' alias='net' aggregate='sum' />
<link-entity name='salesorder' from='salesorderid' to='salesorderid' alias='o'>
<attribute name='createdon' alias='year' groupby='true' dategrouping='year' usertimezone='false' />
<attribute name='createdon' alias='month' groupby='true' dategrouping='month' usertimezone='false' />
<attribute name='createdon' alias='day' groupby='true' dategrouping='day' usertimezone='false' />
<filter><condition attribute='customerid' operator='eq' value='{0}' />
<condition attribute='createdon' operator='ge' value='{1}' />
<condition attribute='statecode' operator='in'><value>{2}</value><value>{3}</value></condition></filter>
</link-entity>
<link-entity name='product' from='productid' to='productid' link-type='outer' alias='p'>
<attribute name='parentproductid' alias='family' groupby='true' />
</link-entity></entity></fetch>";

    private readonly StepRun run;
    private readonly AssessmentContext context;

    public CategoryReader(StepRun run, AssessmentContext context)
    {
        this.run = run;
        this.context = context;
    }

    /// <returns>In the base language; empty where nothing was dropped, null where it was not looked at.</returns>
    public string? Warning(Guid customerId, OrderHistory history)
    {
        if (history.Orders > MostOrders) return null;
        CategorySettings settings = context.Settings.Category;
        Day middle = context.Today.AddDays(1 - settings.Days);
        if (!MayHaveDropped(history, middle, settings)) return "";
        EntityCollection? rows = Rows(string.Format(
            CultureInfo.InvariantCulture, Query, customerId, middle.AddDays(-settings.Days),
            SalesOrder.Fulfilled, SalesOrder.Invoiced));
        if (rows is null || rows.MoreRecords) return null;
        CategoryActivity[] activity = rows.Entities.GroupBy(FamilyOf).Select(of => ActivityOf(of, middle)).ToArray();
        CategoryWarning[] warnings = CategoryWarning.Of(activity, settings)
            .Where(warning => warning.Category.Length > 0).Take(MostWarnings).ToArray();
        return warnings.Length == 0 ? "" : Text(warnings);
    }

    /// <summary>
    /// A category that was dropped had its order days in the earlier stretch, and the total was kept: where the orders
    /// say otherwise, no line needs to be read.
    /// </summary>
    private static bool MayHaveDropped(OrderHistory history, Day middle, CategorySettings settings)
    {
        Day from = middle.AddDays(-settings.Days);
        OrderFact[] earlier = history.Facts.Where(fact => fact.On >= from && fact.On < middle).ToArray();
        decimal later = history.Facts.Where(fact => fact.On >= middle).Sum(fact => fact.Net);
        return later > 0
            && later >= settings.KeptShare * earlier.Sum(fact => fact.Net)
            && earlier.Select(fact => fact.On).Distinct().Count() >= settings.FewestOrderDays;
    }

    /// <summary>Null for few orders with very many lines; an assessment does not fail for that.</summary>
    private EntityCollection? Rows(string query)
    {
        try
        {
            return run.System.RetrieveMultiple(new FetchExpression(query));
        }
        catch (FaultException<OrganizationServiceFault> fault)
            when (fault.Detail.ErrorCode == OrderFactReader.RowLimit && !run.Context.IsInTransaction)
        {
            run.Trace("Too many lines to add up: " + fault.Message);
            return null;
        }
    }

    private string Text(CategoryWarning[] warnings)
    {
        Wording words = Wording.OfLanguageCode(context.BaseLanguage);
        IDictionary<string, string> names = NamesOf(warnings);
        string text = string.Join("\n", warnings.Select(warning =>
            warning.Text(names.TryGetValue(warning.Category, out string? name) ? name : "?", words)));
        return text.Length <= LongestText ? text : text.Substring(0, LongestText);
    }

    private IDictionary<string, string> NamesOf(IEnumerable<CategoryWarning> warnings)
    {
        var query = new QueryExpression(Product.Table) { ColumnSet = new ColumnSet(Product.Columns.Name) };
        query.Criteria.AddCondition(
            Product.Columns.Id,
            ConditionOperator.In,
            warnings.Select(each => (object)new Guid(each.Category)).ToArray());
        return run.System.RetrieveMultiple(query).Entities.ToDictionary(
            row => row.Id.ToString("D"), row => row.Text(Product.Columns.Name) ?? "");
    }

    private static CategoryActivity ActivityOf(IGrouping<string, Entity> family, Day middle)
    {
        Entity[] earlier = family.Where(row => DayOf(row) < middle).ToArray();
        Entity[] later = family.Where(row => DayOf(row) >= middle).ToArray();
        return new CategoryActivity
        {
            Category = family.Key,
            EarlierValue = earlier.Sum(NetOf),
            EarlierOrderDays = earlier.Count(row => NetOf(row) > 0),
            LaterValue = later.Sum(NetOf),
            LaterOrderDays = later.Count(row => NetOf(row) > 0),
        };
    }

    /// <summary>Empty for write-in products and for those without a family.</summary>
    private static string FamilyOf(Entity row) =>
        row.GetAttributeValue<AliasedValue>("family")?.Value is EntityReference family ? family.Id.ToString("D") : "";

    private static Day DayOf(Entity row) =>
        new(Value<int>(row, "year"), Value<int>(row, "month"), Value<int>(row, "day"));

    private static decimal NetOf(Entity row) => Value<Money>(row, "net")?.Value ?? 0m;

    private static T? Value<T>(Entity row, string alias) =>
        row.GetAttributeValue<AliasedValue>(alias)?.Value is T value ? value : default;
}
