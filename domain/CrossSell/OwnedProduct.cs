namespace CrmExtensions.Domain.CrossSell;

/// <summary>What a customer had of a product.</summary>
public sealed record OwnedProduct(string Product)
{
    /// <summary>Days with a purchase; 0 where the customer only rejected it.</summary>
    public int Times { get; init; }

    public Day LastOn { get; init; }

    /// <summary>Purchases, each worth less with every later basket.</summary>
    public double Weight { get; init; }

    /// <summary>Days after which it is due again; null where nothing says that it is bought again.</summary>
    public double? IntervalDays { get; init; }

    public Day? RejectedUntil { get; init; }

    /// <summary>Bought by an account below the customer: known, but neither a question nor due.</summary>
    public bool IsOfSubsidiary { get; init; }

    /// <summary>Id of its product family; empty where it has none.</summary>
    public string Family { get; init; } = "";

    public bool IsOwned => Times > 0;

    public bool IsRejectedOn(Day day) => RejectedUntil is { } until && day < until;

    public bool IsDueOn(Day day) =>
        IsOwned && !IsOfSubsidiary && IntervalDays is { } days && day.DaysSince(LastOn) >= days;
}
