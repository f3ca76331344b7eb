using System;

namespace CrmExtensions.Domain.Churn;

/// <summary>
/// Parameters of a fitted model: order rate Gamma(r, alpha per week), chance to leave Beta(a, b); all positive.
/// </summary>
public sealed record PurchaseParameters
{
    public PurchaseParameters(double r, double alpha, double a, double b)
    {
        R = Positive(r, nameof(r));
        Alpha = Positive(alpha, nameof(alpha));
        A = Positive(a, nameof(a));
        B = Positive(b, nameof(b));
    }

    public double R { get; }

    public double Alpha { get; }

    public double A { get; }

    public double B { get; }

    private static double Positive(double value, string name) =>
        value > 0 && !double.IsInfinity(value) ? value
            : throw new ArgumentOutOfRangeException(name, value, "Positive and finite.");
}
