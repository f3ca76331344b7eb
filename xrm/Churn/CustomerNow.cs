using System;
using System.Linq;
using CrmExtensions.Domain;
using CrmExtensions.Domain.Churn;
using CrmExtensions.Xrm.Schema;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmExtensions.Xrm.Churn;

/// <summary>An account or a contact with what it shows and what people said of it, in one request.</summary>
internal sealed class CustomerNow
{
    private readonly Entity row;

    private CustomerNow(Entity row) => this.row = row;

    public EntityReference Reference => row.ToEntityReference();

    public string Name => row.Text(Customer.NameColumn(row.LogicalName)) ?? "";

    public EntityReference? Owner => row.Link(Customer.Columns.Owner);

    /// <summary>Gave way to another customer, which has its orders now.</summary>
    public bool IsMerged => row.Flag(Customer.Columns.Merged) ?? false;

    /// <summary>To whom it gave way; null for a customer that was not merged.</summary>
    public EntityReference? Master => row.Link(Customer.Columns.Master);

    public bool ObjectsToProfiling =>
        row.Number(CustomerRisk.Columns.ProfilingConsent) == (int)ProfilingConsent.Objected;

    /// <summary>When profiling was last agreed or objected to; null if never.</summary>
    public DateTime? SaidOn => row.Moment(CustomerRisk.Columns.ProfilingConsentOn);

    /// <summary>Null where nobody disagrees, or not until a day.</summary>
    public RiskOverride? Override => row.Moment(CustomerRisk.Columns.NotAtRiskUntil) is not { } until ? null
        : new RiskOverride
        {
            Until = Day.Of(until), Because = row.Text(CustomerRisk.Columns.NotAtRiskReason) ?? "",
        };

    public Entity Row => row;

    /// <summary>Null if the customer was deleted.</summary>
    public static CustomerNow? Find(IOrganizationService service, EntityReference customer) =>
        service.RetrieveMultiple(Query(customer)).Entities.Select(Of).FirstOrDefault();

    /// <param name="read">What <see cref="Query"/> asked for.</param>
    public static CustomerNow Of(Entity read) => new(read);

    public static QueryExpression Query(EntityReference customer)
    {
        string table = customer.LogicalName;
        var query = new QueryExpression(table) { ColumnSet = new ColumnSet(CustomerRisk.Shown()) };
        query.ColumnSet.AddColumns(CustomerRisk.Said());
        query.ColumnSet.AddColumns(
            Customer.NameColumn(table), Customer.Columns.Owner, Customer.Columns.Merged, Customer.Columns.Master);
        query.Criteria.AddCondition(Customer.IdColumn(table), ConditionOperator.Equal, customer.Id);
        return query;
    }
}
