using System.Linq;
using CrmExtensions.Xrm;
using CrmExtensions.Xrm.Registration;
using CrmExtensions.Xrm.Schema;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Plugins.Loyalty;

/// <summary>
/// Changed expiry settings count for new points at once; what becomes of old lots is decided by a person, who sees the
/// numbers first. The mark says that this is open.
/// </summary>
[Step(Message.Update, LoyaltyProgram.Table, Stage.PreOperation,
    OnChangeOf = new[]
    {
        LoyaltyProgram.Columns.ExpiryKind, LoyaltyProgram.Columns.ExpiryMonths, LoyaltyProgram.Columns.ExpiryYears,
        LoyaltyProgram.Columns.ExpiryMonth, LoyaltyProgram.Columns.ExpiryDay, LoyaltyProgram.Columns.ExpiryMode,
    },
    PreImage = new[]
    {
        LoyaltyProgram.Columns.ExpiryKind, LoyaltyProgram.Columns.ExpiryMonths, LoyaltyProgram.Columns.ExpiryYears,
        LoyaltyProgram.Columns.ExpiryMonth, LoyaltyProgram.Columns.ExpiryDay, LoyaltyProgram.Columns.ExpiryMode,
    },
    Description = "Changed expiry settings leave old points alone until somebody decides.")]
public sealed class MarkChangedExpiry : PluginBase
{
    private static readonly string[] Watched =
    {
        LoyaltyProgram.Columns.ExpiryKind, LoyaltyProgram.Columns.ExpiryMonths, LoyaltyProgram.Columns.ExpiryYears,
        LoyaltyProgram.Columns.ExpiryMonth, LoyaltyProgram.Columns.ExpiryDay, LoyaltyProgram.Columns.ExpiryMode,
    };

    protected override void Run(StepRun run)
    {
        Entity target = run.Target<LoyaltyProgram>();
        Entity before = run.Context.PreEntityImages[StepAttribute.PreImageName];
        bool isChanged = Watched.Any(column =>
            target.Contains(column) && !Equals(target[column], before.GetAttributeValue<object>(column)));
        if (isChanged) target[LoyaltyProgram.Columns.ExpiryDirty] = true;
        else run.NothingToDo("the settings are as they were.");
    }
}
