using System.Linq;
using CrmExtensions.Domain.Churn;
using CrmExtensions.Xrm.Schema;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmExtensions.Xrm.Churn;

/// <summary>Finds the model run by which customers are assessed.</summary>
internal sealed class ModelRunReader
{
    /// <summary>Number of the choice crmx_modelkind.</summary>
    public const int Purchases = 0;

    private readonly IOrganizationService service;

    public ModelRunReader(IOrganizationService service) => this.service = service;

    /// <summary>Null before the first training; of several (a race of two trainings) the latest.</summary>
    public ActiveModel? FindActive()
    {
        var query = new QueryExpression(ModelRunRow.Table)
        {
            ColumnSet = new ColumnSet(ModelRunRow.Columns.Parameters, ModelRunRow.Columns.Population),
            TopCount = 1,
        };
        AddActive(query.Criteria);
        query.AddOrder(ModelRunRow.Columns.TrainedOn, OrderType.Descending);
        ModelRunRow? row = service.RetrieveMultiple(query).Entities.FirstOrDefault()?.ToEntity<ModelRunRow>();
        return row is null ? null : ModelOf(row);
    }

    public static void AddActive(FilterExpression filter)
    {
        filter.AddCondition(ModelRunRow.Columns.IsActive, ConditionOperator.Equal, true);
        filter.AddCondition(ModelRunRow.Columns.Kind, ConditionOperator.Equal, Choice.First + Purchases);
    }

    /// <summary>Null where the parameters cannot be read.</summary>
    public static ActiveModel? ModelOf(ModelRunRow row) => row.Parameters is { } text && ModelRun.Parse(text) is { } run
        ? new ActiveModel(row.Id, run, row.Population is { } spread ? RfmThresholds.Parse(spread) : null)
        : null;
}
