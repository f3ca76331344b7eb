using System.Linq;
using CrmExtensions.Xrm.Schema;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmExtensions.Xrm.CrossSell;

/// <summary>
/// Whether a customer objects to profiling, as whoever was erased does: nothing is kept of what such a customer buys,
/// and nothing is recommended by it.
/// </summary>
internal static class ProfilingObjection
{
    public const string Column = CustomerRisk.Columns.ProfilingConsent;

    private const string Company = "company", Person = "person";

    public static bool IsIn(OptionSetValue? consent) =>
        Choice.NumberOf(consent) == (int)ProfilingConsent.Objected;

    /// <summary>False for a customer that was deleted.</summary>
    public static bool IsOf(IOrganizationService service, EntityReference customer)
    {
        var query = new QueryExpression(customer.LogicalName) { ColumnSet = new ColumnSet(Column) };
        query.Criteria.AddCondition(Customer.IdColumn(customer.LogicalName), ConditionOperator.Equal, customer.Id);
        return service.RetrieveMultiple(query).Entities
            .Any(row => IsIn(row.GetAttributeValue<OptionSetValue>(Column)));
    }

    /// <summary>Reads it along with rows that name a customer.</summary>
    public static void AddTo(QueryExpression query, string customerColumn)
    {
        AddTo(query, customerColumn, Customer.AccountTable, Company);
        AddTo(query, customerColumn, Customer.ContactTable, Person);
    }

    /// <summary>Of a row that was read so.</summary>
    public static bool IsLinkedTo(Entity row) =>
        IsIn(row.Linked<OptionSetValue>(Company, Column)) || IsIn(row.Linked<OptionSetValue>(Person, Column));

    private static void AddTo(QueryExpression query, string customerColumn, string table, string alias)
    {
        LinkEntity customer = query.AddLink(table, customerColumn, Customer.IdColumn(table), JoinOperator.LeftOuter);
        customer.EntityAlias = alias;
        customer.Columns = new ColumnSet(Column);
    }
}
