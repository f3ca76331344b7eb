using System.Collections.Generic;

namespace CrmExtensions.Cli.Loyalty;

/// <summary>What a draft programme would have done to an order history. Money as in the file, points whole.</summary>
internal sealed record SimulationReport
{
    public string Programme { get; init; } = "";
    public string From { get; init; } = "";
    public string To { get; init; } = "";
    public int Lines { get; init; }
    public int Orders { get; init; }
    public int Members { get; init; }
    public int Entries { get; init; }
    public int RedeemPercent { get; init; }
    public decimal Revenue { get; init; }
    public long Issued { get; init; }
    public long Redeemed { get; init; }
    public long Expired { get; init; }
    public long TakenBack { get; init; }

    /// <summary>Balances at the end, debts taken off.</summary>
    public long Outstanding { get; init; }

    /// <summary>Expired points, per cent of issued ones.</summary>
    public decimal BreakagePercent { get; init; }

    public decimal Liability { get; init; }

    /// <summary>Value of redeemed points, per cent of revenue.</summary>
    public decimal CostPercent { get; init; }

    /// <summary>The same if every point that is still open were redeemed.</summary>
    public decimal HighestCostPercent { get; init; }

    public long BudgetShortfall { get; init; }
    public int UnmatchedReturns { get; init; }
    public int AnonymousOrders { get; init; }
    public int MalformedLines { get; init; }
    public IReadOnlyList<MonthRow> Months { get; init; } = [];
    public IReadOnlyList<TierRow> Tiers { get; init; } = [];
    public IReadOnlyList<SegmentRow> Segments { get; init; } = [];
    public IReadOnlyList<TopRow> Top { get; init; } = [];

    /// <param name="Liability">Value of all balances at the end of the month.</param>
    public sealed record MonthRow(
        string Month, decimal Revenue, long Issued, long Redeemed, long Expired, long TakenBack, decimal Liability);

    public sealed record TierRow(string Tier, int Members, decimal Percent);

    /// <param name="ReturnPercent">Value of the issued points, per cent of the segment's revenue.</param>
    /// <param name="Against">Percentage points above (winner) or below (loser) the programme's average.</param>
    public sealed record SegmentRow(
        string Segment, int Members, decimal Revenue, long Issued, decimal ReturnPercent, decimal Against);

    /// <param name="Why">Where the points came from and where they went.</param>
    public sealed record TopRow(string Customer, int Balance, int Orders, decimal Revenue, string Why);
}
