using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using CrmExtensions.Domain;
using CrmExtensions.Domain.Churn;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Solution.Tests.Churn;

/// <summary>
/// Many customers at once: their assessments are written as the order path leaves them, because thousands of orders
/// would prove nothing more about a training, which reads no order.
/// </summary>
internal static class PopulationOrders
{
    private const int Days = 720;

    /// <summary>Some order as long as they live, some leave early; the same ones in every run.</summary>
    public static IReadOnlyList<IReadOnlyList<OrderFact>> Population(
        this InsightWorld insight, string table, int customers)
    {
        var random = new Random(4711);
        Day first = Day.Of(insight.Today).AddDays(-Days);
        var all = new List<IReadOnlyList<OrderFact>>();
        for (int at = 0; at < customers; at++)
        {
            OrderFact[] facts = OrdersOf(random, first).ToArray();
            all.Add(facts);
            Write(insight, insight.World.ProduceCustomer(table), facts);
        }

        return all;
    }

    private static IEnumerable<OrderFact> OrdersOf(Random random, Day first)
    {
        double rhythm = 15 + (random.NextDouble() * 45);
        double leaving = 0.02 + (random.NextDouble() * 0.25);
        double day = random.Next(0, 120);
        while (day < Days)
        {
            yield return new OrderFact(first.AddDays((int)day), 20 + random.Next(0, 80));
            if (random.NextDouble() < leaving) yield break;
            day += Math.Max(1, -Math.Log(1 - random.NextDouble()) * rhythm);
        }
    }

    private static void Write(InsightWorld insight, EntityReference customer, IReadOnlyList<OrderFact> facts) =>
        insight.Admin.Create(new Entity(InsightWorld.Insight)
        {
            ["crmx_name"] = customer.Id.ToString("N"),
            ["crmx_key"] = $"{customer.Id:N}-{customer.LogicalName}",
            ["crmx_customerid"] = customer,
            ["crmx_orderscounted"] = facts.Count,
            ["crmx_orderdays"] = facts.Select(fact => fact.On).Distinct().Count(),
            ["crmx_firstorderon"] = facts[0].On.Midnight,
            ["crmx_lastorderon"] = facts[^1].On.Midnight,
            ["crmx_settingsversion"] = 0,
            ["crmx_history"] = string.Join(";", facts.GroupBy(fact => fact.On).Select(day => string.Create(
                CultureInfo.InvariantCulture, $"{day.Key}:{day.Sum(fact => fact.Net)}"))),
        });
}
