using System;
using System.Collections.Generic;
using System.Linq;
using CrmExtensions.Xrm.Schema;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmExtensions.Xrm.Jobs;

/// <summary>What is wrong and waits for a person: one open finding for each code and subject.</summary>
internal sealed class HealthStore
{
    private readonly StepRun run;

    public HealthStore(StepRun run) => this.run = run;

    public void Report(HealthFinding finding)
    {
        run.Trace($"Finding {finding.Key}: {finding.Values}");
        if (FindOpen(finding.Key).FirstOrDefault() is var open && open != Guid.Empty)
        {
            run.System.Update(new HealthFindingRow { Id = open, Values = finding.Values }.Plain());
            return;
        }

        run.System.Create(new HealthFindingRow
        {
            Name = finding.Code,
            Code = finding.Code,
            Severity = (int)finding.Severity,
            SubjectTable = finding.SubjectTable,
            SubjectId = finding.SubjectId.ToString("D"),
            Values = finding.Values,
            FoundOn = run.Now,
            Key = finding.Key,
        }.Plain());
    }

    /// <summary>Closes the finding if it is open: the row stays, its key becomes free.</summary>
    public void Resolve(HealthFinding finding)
    {
        foreach (Guid open in FindOpen(finding.KeysToResolve))
            run.System.Update(new HealthFindingRow { Id = open, ResolvedOn = run.Now, Key = null }.Plain());
    }

    /// <summary>Nothing of a kind is left, whoever it was about.</summary>
    public void ResolveAll(string code, string subjectTable)
    {
        foreach (Guid subject in OpenSubjects(code, subjectTable))
            Resolve(new HealthFinding { Code = code, SubjectTable = subjectTable, SubjectId = subject });
    }

    /// <summary>Whom the open findings of a kind are about.</summary>
    public ISet<Guid> OpenSubjects(string code, string subjectTable)
    {
        var query = new QueryExpression(HealthFindingRow.Table)
        {
            ColumnSet = new ColumnSet(HealthFindingRow.Columns.SubjectId),
        };
        query.Criteria.AddCondition(HealthFindingRow.Columns.Code, ConditionOperator.Equal, code);
        query.Criteria.AddCondition(HealthFindingRow.Columns.SubjectTable, ConditionOperator.Equal, subjectTable);
        query.Criteria.AddCondition(HealthFindingRow.Columns.Key, ConditionOperator.NotNull);
        return new HashSet<Guid>(run.System.RetrieveMultiple(query).Entities
            .Select(row => Guid.TryParse(row.Text(HealthFindingRow.Columns.SubjectId), out Guid id) ? id : Guid.Empty));
    }

    private Guid[] FindOpen(params string[] keys)
    {
        var query = new QueryExpression(HealthFindingRow.Table) { ColumnSet = new ColumnSet(false) };
        query.Criteria.AddCondition(HealthFindingRow.Columns.Key, ConditionOperator.In, keys.Cast<object>().ToArray());
        return run.System.RetrieveMultiple(query).Entities.Select(row => row.Id).ToArray();
    }
}
