using System;
using System.Collections.Generic;

namespace Dataverse.Local.Store;

/// <summary>Compares statements by text but hashes only a few of its characters: an INSERT of a wide table is longer
/// than its execution is worth hashing.</summary>
internal sealed class SqlTextComparer : IEqualityComparer<string>
{
    private const int Samples = 32;

    public static SqlTextComparer Instance { get; } = new();

    public bool Equals(string? x, string? y) => string.Equals(x, y, StringComparison.Ordinal);

    public int GetHashCode(string text)
    {
        int hash = text.Length;
        int step = Math.Max(1, text.Length / Samples);
        for (int i = text.Length - 1; i >= 0; i -= step) hash = (hash * 31) + text[i];
        return hash;
    }
}
