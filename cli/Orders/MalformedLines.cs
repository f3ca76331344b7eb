using System.Collections.Generic;
using System.Linq;
using CrmExtensions.Cli.Output;

namespace CrmExtensions.Cli.Orders;

/// <summary>
/// Lines that were left out. Every one is counted, only the first 100 are kept, so a wrong file cannot fill the memory.
/// </summary>
internal sealed class MalformedLines
{
    public const int Kept = 100;

    private const int Told = 10;

    private readonly List<MalformedLine> first = [];

    public int Count { get; private set; }

    public IReadOnlyList<MalformedLine> First => first;

    public void Add(int number, string reason)
    {
        Count++;
        if (first.Count < Kept) first.Add(new MalformedLine(number, reason));
    }

    /// <summary>Where and why, for whoever wants to mend the file; nothing if every line was read.</summary>
    public void Tell(Terminal terminal)
    {
        if (Count == 0) return;
        terminal.Warn($"{Count} malformed {(Count == 1 ? "line was" : "lines were")} left out:");
        foreach (MalformedLine line in first.Take(Told)) terminal.Warn($"  line {line.Number} {line.Reason}");
        if (Count > Told) terminal.Warn("  ...");
    }
}
