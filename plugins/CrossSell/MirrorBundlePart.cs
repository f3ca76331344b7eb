using CrmExtensions.Xrm;
using CrmExtensions.Xrm.CrossSell;
using CrmExtensions.Xrm.Registration;
using CrmExtensions.Xrm.Schema;

namespace CrmExtensions.Plugins.CrossSell;

/// <summary>A bundle and its parts are not recommended to each other.</summary>
[Step(Message.Create, BundlePart.Table, Stage.PostOperation,
    Mode = Mode.Asynchronous,
    Description = "A bundle and its new part are not recommended to each other.")]
[Step(Message.Update, BundlePart.Table, Stage.PostOperation,
    Mode = Mode.Asynchronous,
    OnChangeOf = new[] { BundlePart.Columns.BundleId, BundlePart.Columns.PartId, BundlePart.Columns.State },
    Description = "A bundle and its changed part are not recommended to each other.")]
[Step(Message.Delete, BundlePart.Table, Stage.PostOperation,
    Mode = Mode.Asynchronous,
    Description = "A product that left a bundle may be recommended with it.")]
public sealed class MirrorBundlePart : PluginBase
{
    protected override void Run(StepRun run) =>
        new RelationshipMirror(run.System).RefreshBundlePart(run.Context.PrimaryEntityId);
}
