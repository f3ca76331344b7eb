using System;
using System.Collections.Generic;
using System.Linq;

namespace CrmExtensions.Domain.Churn;

/// <summary>The signals of a customer as a shift of the log-odds of an order: bounded, each part visible.</summary>
internal sealed class SignalShift
{
    private const int HighestDetractor = 6;
    private const int LowestPromoter = 9;

    private readonly double bound;
    private readonly List<SignalPart> parts = new();

    public SignalShift(CustomerSignals signals, SignalWeights weights, Day today)
    {
        Require.That(weights.AreBounded, "bounded weights");
        bound = weights.Bound;
        Count(ReasonCode.HighPriorityCases, signals.HighPriorityCases, weights.HighPriorityCase);
        Count(ReasonCode.Escalations, signals.Escalations, weights.Escalation);
        Count(ReasonCode.OpenComplaints, signals.OpenComplaints, weights.Complaint);
        Count(ReasonCode.UnpaidInvoices, signals.UnpaidInvoices, weights.UnpaidInvoice);
        bool isRecent = signals.NpsOn is not { } on || today.DaysSince(on) <= weights.NpsDays;
        if (signals.Nps is not { } nps || !isRecent) return;
        if (nps <= HighestDetractor) parts.Add(new SignalPart(ReasonCode.LowNps, nps, -weights.LowNps));
        if (nps >= LowestPromoter) parts.Add(new SignalPart(ReasonCode.HighNps, nps, weights.HighNps));
    }

    public IReadOnlyList<SignalPart> Parts => parts;

    /// <summary>Below 0 an order is less likely.</summary>
    public double LogOdds => Bounded(parts.Sum(part => part.LogOdds));

    /// <summary>The shift as it were without this part.</summary>
    public double Without(SignalPart part) =>
        Bounded(parts.Where(other => other.Code != part.Code).Sum(other => other.LogOdds));

    private double Bounded(double sum) => Math.Max(-bound, Math.Min(bound, sum));

    private void Count(ReasonCode code, int count, double weight)
    {
        Require.That(count >= 0, "zero or more of what is counted");
        if (count > 0) parts.Add(new SignalPart(code, count, -weight * Math.Min(count, SignalWeights.MostCounted)));
    }
}
