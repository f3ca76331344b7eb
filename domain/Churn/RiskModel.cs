using System;

namespace CrmExtensions.Domain.Churn;

/// <summary>
/// The probability by which risks are told: a purchase model without memory that heeds, where the back-tests find that
/// it helps, how regular a customer's own gaps are. Without that, a customer who ordered like clockwork and stopped
/// would hardly be missed.
/// </summary>
public sealed class RiskModel
{
    /// <param name="model">k = 1: only there the probability falls every day.</param>
    /// <param name="heedsRegularity">Whether the own regularity of gaps counts.</param>
    public RiskModel(PurchaseModel model, bool heedsRegularity = false)
    {
        Require.That(model.Regularity == 1, "a model whose probability falls while nothing is ordered");
        Purchases = model;
        HeedsRegularity = heedsRegularity;
    }

    public PurchaseModel Purchases { get; }

    public bool HeedsRegularity { get; }

    /// <summary>Falls strictly while nothing is ordered.</summary>
    /// <param name="horizon">Weeks, 0 or more.</param>
    /// <param name="ownRegularity">See <see cref="GapRegularity"/>.</param>
    public double ProbabilityOfOrder(ObservedOrders orders, double horizon, int ownRegularity) =>
        HeedsRegularity && ownRegularity > 1
            ? ProbabilityOfRegular(orders, horizon, ownRegularity)
            : Purchases.ProbabilityOfOrder(orders, horizon);

    /// <summary>The same for a customer on a day.</summary>
    public double ProbabilityOfOrder(CustomerStatistics customer, Day day, double horizon) =>
        ProbabilityOfOrder(customer.ObservedUntil(day), horizon, GapRegularity.Of(customer));

    // The chance of an order, were the customer active, is the model's; that it is active after such a silence is
    // judged by gaps as regular as its own. Both fall, so their product does.
    private double ProbabilityOfRegular(ObservedOrders orders, double horizon, int k)
    {
        PurchaseParameters p = Purchases.Parameters;
        double shape = p.R + orders.RepeatOrders;
        double order = -SpecialFunctions.ExpMinusOne(
            shape * Math.Log((p.Alpha + orders.Age) / (p.Alpha + orders.Age + horizon)));
        int stayed = orders.RepeatOrders - (Purchases.Kind == PurchaseModelKind.Mbg ? 0 : 1);
        return order / (1 + (p.A / (p.B + stayed) * Math.Exp(-LogSurvival(orders, k))));
    }

    // Chance of such a silence from an Erlang-k gap. A stage is k times as fast as an order, and each order of the past
    // was k stages; what is known of the rate is Gamma(r + k x, alpha / k + t_x).
    private double LogSurvival(ObservedOrders orders, int k)
    {
        double shape = Purchases.Parameters.R + ((double)k * orders.RepeatOrders);
        double rate = (Purchases.Parameters.Alpha / k) + orders.Recency;
        double silence = orders.Age - orders.Recency;
        double ratio = silence / (rate + silence), term = 1, sum = 1;
        for (int j = 1; j < k; j++)
        {
            term *= (shape + j - 1) / j * ratio;
            sum += term;
        }

        return (shape * Math.Log(rate / (rate + silence))) + Math.Log(sum);
    }
}
