using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace Sdk.Tests.Surface;

/// <summary>
/// The official public surface of the types that the contracts carry: one line a type, one line a member
/// (Baseline/*.txt).
/// </summary>
internal sealed class Baseline
{
    public static readonly Version Version = new(9, 2, 49, 14828);

    private readonly Dictionary<string, SurfaceType> _types;

    private Baseline(Dictionary<string, SurfaceType> types)
    {
        _types = types;
    }

    public static Baseline Of(string assembly)
    {
        var path = Path.Combine(AppContext.BaseDirectory, "Baseline", assembly + ".txt");
        var types = SurfaceType.Parse(File.ReadLines(path).Where(line => !line.StartsWith('#')));
        return new Baseline(types.ToDictionary(type => type.Name));
    }

    public SurfaceType? Find(string typeName) => _types.GetValueOrDefault(typeName);
}
