using CrmExtensions.Xrm;
using CrmExtensions.Xrm.CrossSell;
using CrmExtensions.Xrm.Registration;
using CrmExtensions.Xrm.Schema;

namespace CrmExtensions.Plugins.CrossSell;

/// <summary>What people write into the product catalogue is known to the recommendations minutes later.</summary>
[Step(Message.Create, ProductRelationship.Table, Stage.PostOperation,
    Mode = Mode.Asynchronous,
    Description = "A relationship of the product catalog is known to the recommendations.")]
[Step(Message.Update, ProductRelationship.Table, Stage.PostOperation,
    Mode = Mode.Asynchronous,
    OnChangeOf = new[]
    {
        ProductRelationship.Columns.ProductId, ProductRelationship.Columns.RelatedId,
        ProductRelationship.Columns.Kind, ProductRelationship.Columns.Direction, ProductRelationship.Columns.State,
    },
    Description = "A changed relationship of the product catalog is known to the recommendations.")]
[Step(Message.Delete, ProductRelationship.Table, Stage.PostOperation,
    Mode = Mode.Asynchronous,
    Description = "A deleted relationship of the product catalog is recommended no more.")]
public sealed class MirrorProductRelationship : PluginBase
{
    protected override void Run(StepRun run) =>
        new RelationshipMirror(run.System).RefreshRelationship(run.Context.PrimaryEntityId);
}
