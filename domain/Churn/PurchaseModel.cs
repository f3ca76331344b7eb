using System;

namespace CrmExtensions.Domain.Churn;

/// <summary>
/// The (M)BG/CNBD-k family (Platzer, Reutterer 2016): gaps between a customer's orders are Erlang-k with a rate that is
/// Gamma(r, alpha) over customers; after an order the customer leaves with a probability that is Beta(a, b). Time is in
/// weeks. All sums run in logarithms, so that long histories neither overflow nor vanish.
/// </summary>
public sealed class PurchaseModel
{
    private readonly int _chanceToLeaveAtOnce;

    /// <param name="kind">Whether a customer may leave right after the first order.</param>
    /// <param name="regularity">k, 1 (no memory) to 3.</param>
    /// <param name="parameters">r, alpha, a and b.</param>
    public PurchaseModel(PurchaseModelKind kind, int regularity, PurchaseParameters parameters)
    {
        if (regularity is < 1 or > 3) throw new ArgumentOutOfRangeException(nameof(regularity), "k is 1, 2 or 3.");
        Kind = kind;
        Regularity = regularity;
        Parameters = parameters;
        _chanceToLeaveAtOnce = kind == PurchaseModelKind.Mbg ? 1 : 0;
    }

    public PurchaseModelKind Kind { get; }

    public int Regularity { get; }

    public PurchaseParameters Parameters { get; }

    /// <summary>
    /// Log-likelihood of one customer without the term of the single gaps, (k - 1) times their summed logarithms, which
    /// does not depend on the parameters.
    /// </summary>
    public double LogLikelihood(ObservedOrders orders) =>
        LogSum(LogActive(orders, orders.Age), LogLeft(orders))
        - orders.RepeatOrders * SpecialFunctions.LogGamma(Regularity);

    /// <summary>Probability active: that the customer has not left by the end of the observation.</summary>
    public double ProbabilityActive(ObservedOrders orders)
    {
        double active = LogActive(orders, orders.Age);
        double left = LogLeft(orders);
        return double.IsNegativeInfinity(left) ? 1 : 1 / (1 + Math.Exp(left - active));
    }

    /// <summary>
    /// Probability of at least one order within the horizon (weeks, 0 or more). With k = 1 it falls strictly while
    /// nothing is ordered, which is what lets a risk date be solved at the order; with k above 1 it rises first.
    /// </summary>
    public double ProbabilityOfOrder(ObservedOrders orders, double horizon)
    {
        if (!(horizon >= 0)) throw new ArgumentOutOfRangeException(nameof(horizon));
        if (Regularity == 1) return ProbabilityWithoutMemory(orders, horizon);
        double logSilent = LogActive(orders, orders.Age + horizon) - LogActive(orders, orders.Age);
        return ProbabilityActive(orders) * -SpecialFunctions.ExpMinusOne(logSilent);
    }

    /// <summary>
    /// Expected orders within the horizon (weeks, 0 or more). Exact for k = 1; for k above 1 the approximation of
    /// Platzer and Reutterer (2016, section 3.3): gaps without memory at rate Gamma(r + x, k alpha + T). Summed over
    /// the number of orders and not by 2F1, so nothing special happens at a = 1.
    /// </summary>
    public double ExpectedOrders(ObservedOrders orders, double horizon)
    {
        if (!(horizon >= 0)) throw new ArgumentOutOfRangeException(nameof(horizon));
        PurchaseParameters p = Parameters;
        double shape = p.R + orders.RepeatOrders;
        double rate = (Regularity * p.Alpha) + orders.Age;
        double stayed = p.B + orders.RepeatOrders + _chanceToLeaveAtOnce;
        return ProbabilityActive(orders) * OrderCounts.Expected(shape, horizon / (rate + horizon), p.A, stayed);
    }

    // k = 1 in closed form: two powers, for views and jobs that score a million customers.
    private double ProbabilityWithoutMemory(ObservedOrders orders, double horizon)
    {
        PurchaseParameters p = Parameters;
        double shape = p.R + orders.RepeatOrders;
        double silent = shape * Math.Log((p.Alpha + orders.Age) / (p.Alpha + orders.Age + horizon));
        double order = -SpecialFunctions.ExpMinusOne(silent);
        int stayed = orders.RepeatOrders + _chanceToLeaveAtOnce - 1;
        if (stayed < 0) return order;
        double quiet = shape * Math.Log((p.Alpha + orders.Age) / (p.Alpha + orders.Recency));
        return order / (1 + (p.A / (p.B + stayed) * Math.Exp(quiet)));
    }

    // Still active and silent since the last order: the survival of an Erlang-k gap has k terms, each integrated over
    // the rate. B(a, b + x + m) / B(a, b) is the chance of having stayed each time.
    private double LogActive(ObservedOrders orders, double until)
    {
        PurchaseParameters p = Parameters;
        double shape = p.R + (double)Regularity * orders.RepeatOrders;
        double ratio = (until - orders.Recency) / (p.Alpha + until);
        double term = 1;
        double survival = 1;
        for (int j = 1; j < Regularity; j++)
        {
            term *= (shape + j - 1) / j * ratio;
            survival += term;
        }

        return SpecialFunctions.LogBeta(p.A, p.B + orders.RepeatOrders + _chanceToLeaveAtOnce)
            - SpecialFunctions.LogBeta(p.A, p.B) + LogRate(shape, until) + Math.Log(survival);
    }

    // Left right after the last order; under BG/NBD a customer without a repeat order cannot have left.
    private double LogLeft(ObservedOrders orders)
    {
        int stayed = orders.RepeatOrders + _chanceToLeaveAtOnce - 1;
        if (stayed < 0) return double.NegativeInfinity;
        PurchaseParameters p = Parameters;
        double shape = p.R + (double)Regularity * orders.RepeatOrders;
        return SpecialFunctions.LogBeta(p.A + 1, p.B + stayed) - SpecialFunctions.LogBeta(p.A, p.B)
            + LogRate(shape, orders.Recency);
    }

    private double LogRate(double shape, double until) =>
        SpecialFunctions.LogGamma(shape) - SpecialFunctions.LogGamma(Parameters.R)
        + Parameters.R * Math.Log(Parameters.Alpha) - shape * Math.Log(Parameters.Alpha + until);

    private static double LogSum(double x, double y)
    {
        double larger = Math.Max(x, y);
        return larger + Math.Log(Math.Exp(x - larger) + Math.Exp(y - larger));
    }
}
