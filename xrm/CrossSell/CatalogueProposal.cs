using System;
using System.Linq;
using CrmExtensions.Domain.CrossSell;
using CrmExtensions.Xrm.Schema;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmExtensions.Xrm.CrossSell;

/// <summary>
/// A learned pair that a person approves becomes a cross-sell relationship of the product catalogue, from product to
/// partner, so that Dynamics suggests it as well. Refused later, the relationship that was made for it goes.
/// </summary>
internal sealed class CatalogueProposal
{
    private readonly StepRun run;

    public CatalogueProposal(StepRun run) => this.run = run;

    public void Decide(ProductAffinityRow pair)
    {
        bool isLearned = pair.Kind is (int)AffinityKind.Learned or (int)AffinityKind.LearnedWithinDays;
        if (!isLearned || pair.ProductId is null || pair.PartnerId is null)
            run.NothingToDo("only learned pairs are decided about.");
        else if (pair.State == (int)AffinityState.Approved && string.IsNullOrEmpty(pair.RelationshipId))
            Approve(pair);
        else if (pair.State == (int)AffinityState.Refused && !string.IsNullOrEmpty(pair.RelationshipId))
            Withdraw(pair);
        else run.NothingToDo("the product catalogue says so already.");
    }

    private void Approve(ProductAffinityRow pair)
    {
        if (Find(pair) is not null)
        {
            run.NothingToDo("a person has put the pair into the product catalogue, and may take it away.");
            return;
        }

        Guid id = run.System.Create(new Entity(ProductRelationship.Table)
        {
            [ProductRelationship.Columns.ProductId] = pair.ProductId,
            [ProductRelationship.Columns.RelatedId] = pair.PartnerId,
            [ProductRelationship.Columns.Kind] = new OptionSetValue(ProductRelationship.CrossSell),
            [ProductRelationship.Columns.Direction] = new OptionSetValue(ProductRelationship.OneWay),
        });
        Note(pair, id.ToString("D"));
    }

    private void Withdraw(ProductAffinityRow pair)
    {
        if (Find(pair) is { } id && id.ToString("D") == pair.RelationshipId)
            run.System.Delete(ProductRelationship.Table, id);
        Note(pair, null);
    }

    /// <summary>The relationship that says the same, whoever made it.</summary>
    private Guid? Find(ProductAffinityRow pair)
    {
        var query = new QueryExpression(ProductRelationship.Table) { ColumnSet = new ColumnSet(false) };
        query.Criteria.AddCondition(
            ProductRelationship.Columns.ProductId, ConditionOperator.Equal, pair.ProductId!.Id);
        query.Criteria.AddCondition(
            ProductRelationship.Columns.RelatedId, ConditionOperator.Equal, pair.PartnerId!.Id);
        query.Criteria.AddCondition(
            ProductRelationship.Columns.Kind, ConditionOperator.Equal, ProductRelationship.CrossSell);
        return run.System.RetrieveMultiple(query).Entities.FirstOrDefault()?.Id;
    }

    private void Note(ProductAffinityRow pair, string? relationship) =>
        run.System.Update(new ProductAffinityRow { Id = pair.Id, RelationshipId = relationship }.Plain());
}
