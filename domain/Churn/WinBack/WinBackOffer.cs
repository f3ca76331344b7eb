using System;

namespace CrmExtensions.Domain.Churn;

/// <summary>What may be offered, and to whom.</summary>
public static class WinBackOffer
{
    /// <summary>
    /// The highest offer, whole units of base currency: a share of the value at the customer's past rate, because that
    /// is what winning it back would bring; after cost where cost is known.
    /// </summary>
    public static decimal Ceiling(CustomerValue value, WinBackSettings settings)
    {
        Require.That(settings.AreSound, "settings that fit together");
        decimal active = value.AverageMonthly * (decimal)value.Months * (value.Margin ?? 1);
        return Math.Max(0, Math.Floor(Math.Min(settings.MostOffer, settings.OfferShare * active)));
    }

    /// <summary>
    /// Whether a customer belongs to the group that gets nothing: by its id and the campaign's, so that the choice is
    /// the same every time, differs between campaigns and nobody can influence it.
    /// </summary>
    public static bool IsUntreated(Guid customer, Guid campaign, WinBackSettings settings)
    {
        Require.That(settings.AreSound, "settings that fit together");
        uint hash = 2166136261;
        foreach (byte each in campaign.ToByteArray()) hash = unchecked((hash ^ each) * 16777619);
        foreach (byte each in customer.ToByteArray()) hash = unchecked((hash ^ each) * 16777619);
        hash = unchecked((hash ^ (hash >> 16)) * 0x45d9f3b);
        return (hash ^ (hash >> 16)) % 100 < settings.UntreatedPercent;
    }
}
