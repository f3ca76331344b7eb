using CrmExtensions.Domain.Churn;
using CrmExtensions.Xrm.Schema;
using CrmExtensions.Xrm.Stores;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Xrm.Churn;

/// <summary>Every change of level or state, with what led to it. Rows are only ever added.</summary>
internal sealed class RiskLog
{
    private const int LongestName = 300;

    private readonly StepRun run;
    private readonly CustomersOwner owners;

    public RiskLog(StepRun run, CustomersOwner owners)
    {
        this.run = run;
        this.owners = owners;
    }

    public void Write(
        CustomerNow customer,
        CustomerInsightRow? before,
        CustomerAssessment assessment,
        ReasonWords words,
        RiskCause cause) => Create(customer, before, new RiskChangeRow
    {
        ToState = (int)assessment.State,
        ToLevel = assessment.Level == RiskLevel.None ? null : (int)assessment.Level,
        Cause = (int)cause,
        Basis = (int)assessment.Source,
        Probability = ShownValues.ProbabilityOf(assessment),
        Reasons = ReasonList.ToJson(assessment.Reasons),
        Text = words.Text,
    });

    /// <summary>The proof of an objection: that and when, and nothing of what was known.</summary>
    public void WriteObjection(CustomerNow customer) => Create(customer, null, new RiskChangeRow
    {
        Name = CustomerState.Objected.ToString(),
        ToState = (int)CustomerState.Objected,
        Cause = (int)RiskCause.Objection,
        ChangedOn = customer.SaidOn,
    });

    private void Create(CustomerNow customer, CustomerInsightRow? before, RiskChangeRow row)
    {
        if (string.IsNullOrEmpty(row.Name))
            row.Name = customer.Name.Length > LongestName ? customer.Name.Substring(0, LongestName) : customer.Name;
        row.CustomerId = customer.Reference;
        row.ChangedOn ??= run.Now;
        if (before is not null)
        {
            row.FromState = before.RiskState;
            row.FromLevel = before.RiskLevel;
        }

        if (owners.Of(customer.Owner) is { } owner) row[RiskChangeRow.Columns.Owner] = owner;
        run.System.Create(row.Plain());
    }
}
