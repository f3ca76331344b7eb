using System.Collections.Generic;

namespace CrmExtensions.Cli.Orders;

/// <summary>
/// Lines that were left out. Every one is counted, only the first 100 are kept, so a wrong file cannot fill the memory.
/// </summary>
internal sealed class MalformedLines
{
    public const int Kept = 100;

    private readonly List<MalformedLine> first = [];

    public int Count { get; private set; }

    public IReadOnlyList<MalformedLine> First => first;

    public void Add(int number, string reason)
    {
        Count++;
        if (first.Count < Kept) first.Add(new MalformedLine(number, reason));
    }
}
