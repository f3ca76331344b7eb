using System;

namespace CrmExtensions.Domain.Churn;

/// <summary>Frequency, recency and observed time of one customer: x, t_x, T in weeks.</summary>
public readonly struct ObservedOrders
{
    /// <param name="repeatOrders">Orders after the first, 0 or more.</param>
    /// <param name="recency">Weeks from the first order to the last; 0 when there is no repeat order.</param>
    /// <param name="age">Weeks from the first order to the end of the observation, at least the recency.</param>
    public ObservedOrders(int repeatOrders, double recency, double age)
    {
        if (repeatOrders < 0) throw new ArgumentOutOfRangeException(nameof(repeatOrders));
        if (!(recency >= 0 && recency <= age)) throw new ArgumentOutOfRangeException(nameof(recency));
        if (repeatOrders == 0 && recency > 0) throw new ArgumentException("A recency without a repeat order.",
            nameof(recency));
        RepeatOrders = repeatOrders;
        Recency = recency;
        Age = age;
    }

    public int RepeatOrders { get; }

    public double Recency { get; }

    public double Age { get; }
}
