using CrmExtensions.Xrm;
using CrmExtensions.Xrm.CrossSell;
using CrmExtensions.Xrm.Registration;
using CrmExtensions.Xrm.Schema;

namespace CrmExtensions.Plugins.CrossSell;

/// <summary>An approved pair becomes a relationship of the product catalogue; refused, it goes from there.</summary>
[Step(Message.Update, ProductAffinityRow.Table, Stage.PostOperation,
    OnChangeOf = new[] { ProductAffinityRow.Columns.State },
    PostImage = new[]
    {
        ProductAffinityRow.Columns.State, ProductAffinityRow.Columns.Kind, ProductAffinityRow.Columns.ProductId,
        ProductAffinityRow.Columns.PartnerId, ProductAffinityRow.Columns.RelationshipId,
    },
    Description = "An approved pair becomes a cross-sell relationship of the product catalog.")]
public sealed class PutApprovedPairIntoCatalogue : PluginBase
{
    protected override void Run(StepRun run)
    {
        ProductAffinityRow pair = run.PostImage<ProductAffinityRow>();
        pair.Id = run.Context.PrimaryEntityId;
        new CatalogueProposal(run).Decide(pair);
    }
}
