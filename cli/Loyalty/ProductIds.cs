using System;
using System.Collections.Generic;

namespace CrmExtensions.Cli.Loyalty;

/// <summary>Ids for names out of a file: the same name is the same id within one run.</summary>
internal sealed class ProductIds
{
    private readonly Dictionary<string, Guid> ids = new(StringComparer.Ordinal);

    public Guid Of(string name)
    {
        if (!ids.TryGetValue(name, out Guid id)) ids.Add(name, id = Numbered(ids.Count + 1));
        return id;
    }

    public static Guid Numbered(int number) => new(number, 0, 0, new byte[8]);
}
