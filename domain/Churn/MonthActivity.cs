namespace CrmExtensions.Domain.Churn;

/// <summary>What a customer did in one calendar month.</summary>
public sealed record MonthActivity
{
    /// <summary>Months since year 0, as <see cref="Day.MonthNumber"/> counts.</summary>
    public int Month { get; init; }

    public int OrderDays { get; init; }

    /// <summary>Net, returns taken off; base currency. Below 0 where more came back than was bought.</summary>
    public decimal Value { get; init; }

    internal MonthActivity Plus(MonthActivity other) =>
        this with { OrderDays = OrderDays + other.OrderDays, Value = Value + other.Value };
}
