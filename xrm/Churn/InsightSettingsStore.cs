using System.Linq;
using CrmExtensions.Xrm.Schema;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmExtensions.Xrm.Churn;

/// <summary>What the solution itself writes on the settings' row.</summary>
internal sealed class InsightSettingsStore
{
    private readonly IOrganizationService service;

    public InsightSettingsStore(IOrganizationService service) => this.service = service;

    /// <summary>All dates are solved by the present settings.</summary>
    public void MarkSolved()
    {
        var query = new QueryExpression(InsightSettingsRow.Table) { ColumnSet = new ColumnSet(false) };
        query.Criteria.AddCondition(
            InsightSettingsRow.Columns.Key, ConditionOperator.Equal, InsightSettingsReader.DefaultKey);
        query.Criteria.AddCondition(InsightSettingsRow.Columns.IsDirty, ConditionOperator.Equal, true);
        foreach (Entity row in service.RetrieveMultiple(query).Entities.ToArray())
            service.Update(new InsightSettingsRow { Id = row.Id, IsDirty = false }.Plain());
    }
}
