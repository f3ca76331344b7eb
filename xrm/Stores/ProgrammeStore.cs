using System;
using System.Linq;
using CrmExtensions.Xrm.Schema;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmExtensions.Xrm.Stores;

/// <summary>One programme by its id.</summary>
internal sealed class ProgrammeStore
{
    private readonly IOrganizationService service;

    public ProgrammeStore(IOrganizationService service) => this.service = service;

    /// <summary>Null if there is no such row.</summary>
    public RunningProgramme? Find(Guid programmeId)
    {
        var query = new QueryExpression(LoyaltyProgram.Table);
        ProgrammeRows.AddTo(query);
        query.Criteria.AddCondition(LoyaltyProgram.Columns.Id, ConditionOperator.Equal, programmeId);
        return service.RetrieveMultiple(query).Entities.Select(ProgrammeRows.Of).FirstOrDefault();
    }

    public bool Exists(Guid programmeId)
    {
        var query = new QueryExpression(LoyaltyProgram.Table) { ColumnSet = new ColumnSet(LoyaltyProgram.Columns.Id) };
        query.Criteria.AddCondition(LoyaltyProgram.Columns.Id, ConditionOperator.Equal, programmeId);
        return service.RetrieveMultiple(query).Entities.Count > 0;
    }

    /// <summary>A mark that says: settings changed, and what exists waits for somebody's decision.</summary>
    public void Mark(Guid programmeId, string column, bool isMarked) =>
        service.Update(new Entity(LoyaltyProgram.Table, programmeId) { [column] = isMarked });

    /// <summary>Whether anybody has points or a tier that a changed setting could touch.</summary>
    public bool HasMember(Guid programmeId, string withColumn)
    {
        var query = new QueryExpression(LoyaltyMember.Table) { ColumnSet = new ColumnSet(false), TopCount = 1 };
        query.Criteria.AddCondition(LoyaltyMember.Columns.ProgramId, ConditionOperator.Equal, programmeId);
        query.Criteria.AddCondition(withColumn, ConditionOperator.NotNull);
        return service.RetrieveMultiple(query).Entities.Count > 0;
    }
}
