using System;
using System.Collections.Generic;
using CrmExtensions.Domain.Churn;

namespace CrmExtensions.Domain.Tests.Churn;

/// <summary>
/// Customers who behave exactly as MBG/NBD says, with parameters that are known: what a fit must find again.
/// </summary>
internal sealed class PlantedCustomers
{
    public static readonly Day Start = new(2023, 1, 2);

    private readonly Random _random;

    private PlantedCustomers(int seed) => _random = new Random(seed);

    /// <param name="planted">Per week; shape parameters r and b of at least 1 are drawn fastest.</param>
    public static IReadOnlyList<CustomerStatistics> Draw(PurchaseParameters planted, int customers, int weeks, int seed)
    {
        PlantedCustomers draw = new(seed);
        List<CustomerStatistics> histories = [];
        for (int customer = 0; customer < customers; customer++) histories.Add(draw.Customer(planted, weeks * 7));
        return histories;
    }

    private CustomerStatistics Customer(PurchaseParameters planted, int days)
    {
        double perDay = Gamma(planted.R) / planted.Alpha / 7;
        double stays = Gamma(planted.B);
        double leaves = Gamma(planted.A);
        double chanceToLeave = leaves / (leaves + stays);
        double day = _random.NextDouble() * days / 4;
        CustomerStatistics history = CustomerStatistics.StartingWith(Start.AddDays((int)day), 10);
        while (_random.NextDouble() >= chanceToLeave)
        {
            day += -Math.Log(1 - _random.NextDouble()) / perDay;
            if (day >= days) break;
            history = history.Then(Start.AddDays((int)day), 10);
        }

        return history;
    }

    // Marsaglia, Tsang 2000; below shape 1 with their boost.
    private double Gamma(double shape)
    {
        if (shape < 1) return Gamma(shape + 1) * Math.Pow(1 - _random.NextDouble(), 1 / shape);
        double d = shape - (1.0 / 3);
        double c = 1 / Math.Sqrt(9 * d);
        while (true)
        {
            double normal = Normal();
            double v = Math.Pow(1 + (c * normal), 3);
            if (v <= 0) continue;
            if (Math.Log(1 - _random.NextDouble()) < (0.5 * normal * normal) + d - (d * v) + (d * Math.Log(v)))
                return d * v;
        }
    }

    private double Normal() =>
        Math.Sqrt(-2 * Math.Log(1 - _random.NextDouble())) * Math.Cos(2 * Math.PI * _random.NextDouble());
}
