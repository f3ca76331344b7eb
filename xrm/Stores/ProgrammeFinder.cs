using System;
using System.Linq;
using CrmExtensions.Domain.Loyalty;
using CrmExtensions.Xrm.Schema;
using CrmExtensions.Xrm.Texts;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmExtensions.Xrm.Stores;

/// <summary>A programme that somebody names, as opposed to those that pay by themselves.</summary>
internal sealed class ProgrammeFinder
{
    private readonly IOrganizationService service;

    public ProgrammeFinder(IOrganizationService service) => this.service = service;

    /// <exception cref="BusinessRuleException">It is missing, inactive, paused or faulty.</exception>
    public RunningProgramme Running(Guid? id)
    {
        var query = new QueryExpression(LoyaltyProgram.Table);
        ProgrammeRows.AddTo(query);
        query.Criteria.AddCondition(LoyaltyProgram.Columns.State, ConditionOperator.Equal, 0);
        query.Criteria.AddCondition(LoyaltyProgram.Columns.Id, ConditionOperator.Equal, id ?? Guid.Empty);
        Entity? row = service.RetrieveMultiple(query).Entities.FirstOrDefault();
        RunningProgramme? programme = row is null ? null : ProgrammeRows.Of(row);
        bool isRunning = programme is { Settings.IsPaused: false, Zone: not null }
            && programme.Settings.Check() == ProgrammeFault.None;
        return isRunning ? programme! : throw new BusinessRuleException(UserText.ProgrammeIsNotRunning);
    }
}
