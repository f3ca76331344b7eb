using System;
using CrmExtensions.Domain.CrossSell;

namespace CrmExtensions.Domain.Tests.CrossSell;

/// <summary>Baskets for tests: one a day, products separated by spaces.</summary>
internal static class Orders
{
    private static readonly DateTime Start = new(2024, 1, 1);

    public static BasketTable Of(params string[] baskets) => OfCustomer("", baskets);

    public static BasketTable OfCustomer(string customer, params string[] baskets)
    {
        BasketTableBuilder builder = new();
        for (int i = 0; i < baskets.Length; i++)
        {
            foreach (string product in baskets[i].Split(' '))
                builder.Add($"O{i}", customer, Start.AddDays(i), product);
        }

        return builder.Build();
    }
}
