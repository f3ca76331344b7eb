using System.Linq;
using CrmExtensions.Domain.CrossSell;
using CrmExtensions.Xrm.Schema;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmExtensions.Xrm.CrossSell;

/// <summary>After how many days a product is usually bought again: the median of its customers' mean gaps.</summary>
internal sealed class UsualIntervals
{
    private const int MostCustomers = 1000;

    private readonly IOrganizationService service;

    public UsualIntervals(IOrganizationService service) => this.service = service;

    /// <returns>Null where too few gaps are known.</returns>
    public decimal? Of(string product)
    {
        var query = new QueryExpression(CustomerProductRow.Table)
        {
            ColumnSet = new ColumnSet(CustomerProductRow.Columns.Times, CustomerProductRow.Columns.GapDays),
            TopCount = MostCustomers,
        };
        query.Criteria.AddCondition(
            CustomerProductRow.Columns.ProductId, ConditionOperator.Equal, Keys.IdOf(product));
        query.Criteria.AddCondition(CustomerProductRow.Columns.Times, ConditionOperator.GreaterEqual, 2);
        query.AddOrder(CustomerProductRow.Columns.LastOn, OrderType.Descending);
        CustomerProductRow[] rows = service.RetrieveMultiple(query).Entities
            .Select(row => row.ToEntity<CustomerProductRow>()).ToArray();
        if (rows.Sum(row => row.Times!.Value - 1) < RepurchaseIntervals.FewestGaps) return null;
        decimal[] gaps = rows.Select(row => (decimal)row.GapDays!.Value / (row.Times!.Value - 1))
            .OrderBy(gap => gap).ToArray();
        int middle = gaps.Length / 2;
        decimal median = gaps.Length % 2 == 1 ? gaps[middle] : (gaps[middle - 1] + gaps[middle]) / 2;
        return decimal.Round(median, 2);
    }
}
