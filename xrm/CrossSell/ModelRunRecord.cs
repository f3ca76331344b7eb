using System.Globalization;
using CrmExtensions.Domain.CrossSell;
using CrmExtensions.Xrm.Jobs;
using CrmExtensions.Xrm.Schema;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmExtensions.Xrm.CrossSell;

/// <summary>The history of monthly tests: one row each, of which the last one that passed is in use.</summary>
internal sealed class ModelRunRecord
{
    private const int CrossSelling = 1, Done = 1;

    private readonly StepRun run;

    public ModelRunRecord(StepRun run) => this.run = run;

    public void Add(CrossSellSettingsRow counted, RankingVerdictCode verdict, RankingComparison found)
    {
        Retire();
        run.System.Create(new ModelRunRow
        {
            Name = "Cross-sell " + run.Now.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            Kind = CrossSelling,
            State = Done,
            IsActive = verdict == RankingVerdictCode.Passed,
            WindowFrom = counted.CountedFrom,
            WindowTo = counted.CountedTo,
            Parameters = new JsonText()
                .With("verdict", verdict.ToString())
                .With("cases", found.Ranker.Cases)
                .With("hit10", Text(found.Ranker.HitRate))
                .With("popularityHit10", Text(found.Popularity.HitRate))
                .With("ndcg10", Text(found.Ranker.Ndcg))
                .ToString(),
        }.Plain());
    }

    private void Retire()
    {
        var query = new QueryExpression(ModelRunRow.Table) { ColumnSet = new ColumnSet(false) };
        query.Criteria.AddCondition(ModelRunRow.Columns.Kind, ConditionOperator.Equal, Choice.First + CrossSelling);
        query.Criteria.AddCondition(ModelRunRow.Columns.IsActive, ConditionOperator.Equal, true);
        foreach (Entity row in run.System.RetrieveMultiple(query).Entities)
            run.System.Update(new ModelRunRow { Id = row.Id, IsActive = false }.Plain());
    }

    private static string Text(double rate) => rate.ToString("0.0000", CultureInfo.InvariantCulture);
}
