using Dataverse.Local.Pipeline;
using Microsoft.Xrm.Sdk;

namespace Dataverse.Local.Sales;

/// <summary>Header of an opportunity: the estimated revenue is its total, if the system is to calculate it.</summary>
internal sealed class OpportunityRule() : DocumentRule(DocumentKind.Opportunity)
{
    private const string IsCalculated = "isrevenuesystemcalculated";
    private const string Estimate = "estimatedvalue";

    public override void BeforeCreate(Operation operation, Entity row)
    {
        base.BeforeCreate(operation, row);
        if (row.IsTrue(IsCalculated))
        {
            row[Estimate] = new Money(row.Amount(SalesColumns.Total));
        }
    }

    public override void BeforeUpdate(Operation operation, Entity changes, Entity before)
    {
        base.BeforeUpdate(operation, changes, before);
        Entity merged = changes.Over(before);
        bool isAffected = changes.Contains(SalesColumns.Total) || changes.Contains(IsCalculated)
            || changes.Contains(Estimate);
        if (isAffected && merged.IsTrue(IsCalculated))
        {
            changes[Estimate] = new Money(merged.Amount(SalesColumns.Total));
        }
    }
}
