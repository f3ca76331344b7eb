using CrmExtensions.Xrm;
using CrmExtensions.Xrm.Registration;
using CrmExtensions.Xrm.Schema;
using CrmExtensions.Xrm.Stores;

namespace CrmExtensions.Plugins.Loyalty;

/// <summary>The budget of an earning rule is kept in a row of its own, which awards lock instead of the rule.</summary>
[Step(Message.Create, EarningRuleRow.Table, Stage.PostOperation,
    PostImage = new[] { EarningRuleRow.Columns.Name, EarningRuleRow.Columns.Budget },
    Description = "The budget of a new earning rule is kept in a row of its own.")]
[Step(Message.Update, EarningRuleRow.Table, Stage.PostOperation,
    OnChangeOf = new[] { EarningRuleRow.Columns.Budget },
    PostImage = new[] { EarningRuleRow.Columns.Name, EarningRuleRow.Columns.Budget },
    Description = "A changed budget of an earning rule holds from the next award on.")]
public sealed class KeepBudgetOfRule : PluginBase
{
    protected override void Run(StepRun run)
    {
        EarningRuleRow rule = run.PostImage<EarningRuleRow>();
        if (rule.Budget is null && run.Context.MessageName == Message.Create) return;
        new BudgetStore(run.System).Keep(run.Context.PrimaryEntityId, rule.Name, rule.Budget);
    }
}
