using System.Collections.Generic;
using System.Linq;
using CrmExtensions.Domain.Loyalty;
using CrmExtensions.Xrm.Schema;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmExtensions.Xrm.Stores;

/// <summary>The programmes that may pay now. Whatever stands in the way of one is traced, never thrown.</summary>
internal sealed class ProgrammeReader
{
    private readonly StepRun run;

    public ProgrammeReader(StepRun run) => this.run = run;

    /// <summary>Active, not paused and valid programmes with this milestone, in order of their ids.</summary>
    public IReadOnlyList<Programme> ReadPayingAt(Milestone milestone)
    {
        var query = new QueryExpression(LoyaltyProgram.Table)
        {
            ColumnSet = new ColumnSet(
                LoyaltyProgram.Columns.Name,
                LoyaltyProgram.Columns.Basis,
                LoyaltyProgram.Columns.Milestone,
                LoyaltyProgram.Columns.PointsPerStep,
                LoyaltyProgram.Columns.StepAmount,
                LoyaltyProgram.Columns.IsPaused,
                LoyaltyProgram.Columns.AutoEnrol),
        };
        query.Criteria.AddCondition(LoyaltyProgram.Columns.State, ConditionOperator.Equal, 0);
        query.AddOrder(LoyaltyProgram.Columns.Id, OrderType.Ascending);
        return run.System.RetrieveMultiple(query).Entities
            .Select(row => row.ToEntity<LoyaltyProgram>())
            .Where(row => Pays(row, milestone))
            .Select(ToProgramme)
            .ToArray();
    }

    private bool Pays(LoyaltyProgram row, Milestone milestone)
    {
        Programme programme = ToProgramme(row);
        ProgrammeFault fault = programme.Check();
        if (fault != ProgrammeFault.None) run.Trace($"Programme {row.Name} is left out: {fault}.");
        else if (programme.IsPaused) run.Trace($"Programme {row.Name} is left out: it is paused.");
        return fault == ProgrammeFault.None && !programme.IsPaused && programme.Milestone == milestone;
    }

    private static Programme ToProgramme(LoyaltyProgram row) => new()
    {
        Id = row.Id,
        Basis = row.Basis,
        Milestone = row.Milestone,
        PointsPerStep = row.PointsPerStep ?? 1,
        StepAmount = row.StepAmount ?? 1m,
        IsPaused = row.IsPaused ?? false,
        AutoEnrols = row.AutoEnrol ?? true,
    };
}
