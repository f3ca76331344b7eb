using System;
using System.Collections.Generic;
using System.Linq;
using CrmExtensions.Domain;
using CrmExtensions.Domain.Churn;
using CrmExtensions.Xrm.Churn;
using CrmExtensions.Xrm.Schema;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmExtensions.Xrm.Jobs;

/// <summary>Win-backs whose days are over: whether the customer ordered in them, and for how much.</summary>
internal sealed class WinBacksToClose : IJobWork
{
    private static readonly KeyColumn Key = new(WinBackRow.Table, WinBackRow.Columns.RequestKey);

    private readonly StepRun run;

    public WinBacksToClose(StepRun run) => this.run = run;

    public IReadOnlyList<SliceRange> Cut(SliceCutter cutter) => SliceCutter.Parts("");

    public IReadOnlyList<JobSubject> Next(string cursor, SliceScope scope)
    {
        QueryExpression query = Key.Query(cursor, scope.Until);
        query.Criteria.AddCondition(
            WinBackRow.Columns.State, ConditionOperator.Equal, Choice.First + WinBackStore.Open);
        query.Criteria.AddCondition(
            WinBackRow.Columns.UntilOn, ConditionOperator.LessThan, Day.Of(scope.Now).Midnight);
        return Key.Subjects(run.System.RetrieveMultiple(query).Entities);
    }

    /// <summary>The orders are those of the assessment, which the order path keeps up.</summary>
    public void Do(JobSubject subject, SliceScope scope)
    {
        var store = new WinBackStore(run.System);
        if (store.Find(subject.Id) is not { CustomerId: { } customer } open) return;
        CustomerInsightRow? stored = new InsightStore(run.System).FindAll(customer).FirstOrDefault();
        Day from = Day.Of(open.StartedOn.GetValueOrDefault()), until = Day.Of(open.UntilOn.GetValueOrDefault());
        OrderFact[] facts = OrderHistory.Parse(stored?.History, 0).Facts
            .Where(fact => fact.On > from && fact.On <= until).ToArray();
        OrderFact? first = facts.FirstOrDefault(fact => fact.IsPurchase);
        store.Update(new WinBackRow
        {
            Id = open.Id,
            State = first is null ? WinBackStore.NotWon : WinBackStore.Won,
            OrderedOn = first?.On.Midnight,
            Revenue = first is null ? 0 : Math.Max(0, facts.Sum(fact => fact.Net)),
            ClosedOn = run.Now,
        });
    }
}
