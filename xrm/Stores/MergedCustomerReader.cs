using System.Linq;
using CrmExtensions.Xrm.Schema;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmExtensions.Xrm.Stores;

/// <summary>Accounts and contacts that gave way to another one.</summary>
internal sealed class MergedCustomerReader
{
    private readonly IOrganizationService service;

    public MergedCustomerReader(IOrganizationService service) => this.service = service;

    /// <summary>The customer that stayed; null for one that was not merged or does not exist.</summary>
    public EntityReference? MasterOf(EntityReference customer)
    {
        var query = new QueryExpression(customer.LogicalName) { ColumnSet = new ColumnSet(Customer.Columns.Master) };
        query.Criteria.AddCondition(
            Customer.IdColumn(customer.LogicalName), ConditionOperator.Equal, customer.Id);
        query.Criteria.AddCondition(Customer.Columns.Merged, ConditionOperator.Equal, true);
        return service.RetrieveMultiple(query).Entities.FirstOrDefault()?.Link(Customer.Columns.Master);
    }
}
