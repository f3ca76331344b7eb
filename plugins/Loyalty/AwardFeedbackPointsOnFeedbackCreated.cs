using CrmExtensions.Xrm;
using CrmExtensions.Xrm.Loyalty;
using CrmExtensions.Xrm.Registration;
using CrmExtensions.Xrm.Schema;

namespace CrmExtensions.Plugins.Loyalty;

/// <summary>A survey pays once a month, a review once for what it is about.</summary>
[Step(Message.Create, FeedbackRow.Table, Stage.PostOperation,
    Mode = Mode.Asynchronous,
    Description = "A survey pays once a month, a review once for what it is about.")]
public sealed class AwardFeedbackPointsOnFeedbackCreated : PluginBase
{
    protected override void Run(StepRun run) =>
        new EventPoints(run).Award(run.Context.PrimaryEntityId, run.Target<FeedbackRow>());
}
