using System;
using System.Collections.Generic;
using CrmExtensions.Cli.Orders;

namespace CrmExtensions.Cli.Demo;

/// <summary>The figures of one demo; serialised as they are for `--json`.</summary>
internal sealed record DemoReport
{
    public required string Business { get; init; }

    public required DateTime From { get; init; }

    public required DateTime To { get; init; }

    public required int Customers { get; init; }

    public required int Products { get; init; }

    /// <summary>From the orders given.</summary>
    public required Totals Expected { get; init; }

    /// <summary>Queried back from the environment.</summary>
    public required Totals Stored { get; init; }

    public bool IsReconciled => Expected == Stored;

    public required int MalformedLines { get; init; }

    public required IReadOnlyList<MalformedLine> FirstMalformedLines { get; init; }

    public required int Members { get; init; }

    public required int Entries { get; init; }

    public required IReadOnlyList<string> LedgerFaults { get; init; }

    public required IReadOnlyList<TopBalance> TopBalances { get; init; }

    /// <summary>Empty where nothing is planted.</summary>
    public required IReadOnlyList<SegmentFigures> Segments { get; init; }

    public required DemoSpeed Speed { get; init; }

    public required LearningFigures Learning { get; init; }

    /// <summary>Everything that went in is there, and every ledger holds.</summary>
    public bool IsGood => IsReconciled && LedgerFaults.Count == 0;
}
