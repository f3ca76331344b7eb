namespace CrmExtensions.Domain.Churn;

/// <summary>
/// Which customers changed thresholds or another model would move. Both sides start without hysteresis from a level
/// that stands, so the preview shows what the settings do and not what happened before.
/// </summary>
public sealed class RiskPreview
{
    private readonly Assessor before;
    private readonly Assessor after;

    public RiskPreview(Assessor before, Assessor after)
    {
        this.before = before;
        this.after = after;
    }

    public Moves<RiskStanding> Moves { get; } = new();

    public void Add(string customer, CustomerFacts facts, Day today)
    {
        CustomerFacts fresh = facts with { Before = RiskLevel.None };
        Moves.Add(customer, RiskStanding.Of(before.Assess(fresh, today)), RiskStanding.Of(after.Assess(fresh, today)));
    }
}
