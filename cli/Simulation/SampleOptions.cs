using System;

namespace CrmExtensions.Cli.Simulation;

internal sealed record SampleOptions
{
    public const int FewestCustomers = 20;
    public const int MostCustomers = 100_000;

    /// <summary>Any number; the same one gives the same business. Default 1.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>First day after the two years, UTC; default 2026-01-01. Never taken from the machine's clock.</summary>
    public DateTime Until { get; init; } = new(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    /// <summary>20 to 100,000, default 400 (about 4,000 orders).</summary>
    public int Customers { get; init; } = 400;

    public DateTime From => Until.AddYears(-2);
}
