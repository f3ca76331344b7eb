using System.Collections.Frozen;
using System.Collections.Generic;
using System.IO;
using System.Reflection;

namespace Dataverse.Local.Http.Pages;

/// <summary>The server's own scripts, styles and images, out of this assembly.</summary>
internal sealed class Assets
{
    private const string Prefix = "assets/";

    private readonly FrozenDictionary<string, byte[]> _byName;

    public Assets()
    {
        Assembly own = typeof(Assets).Assembly;
        Dictionary<string, byte[]> found = [];
        foreach (string resource in own.GetManifestResourceNames())
        {
            if (!resource.StartsWith(Prefix, System.StringComparison.Ordinal)) continue;
            using Stream stream = own.GetManifestResourceStream(resource)!;
            using MemoryStream copy = new();
            stream.CopyTo(copy);
            found.Add(resource[Prefix.Length..], copy.ToArray());
        }

        _byName = found.ToFrozenDictionary();
    }

    public byte[]? Find(string name) => _byName.GetValueOrDefault(name);

    public static string TypeOf(string name) => Path.GetExtension(name) switch
    {
        ".js" => "text/javascript; charset=utf-8",
        ".css" => "text/css; charset=utf-8",
        ".svg" => "image/svg+xml",
        _ => "application/octet-stream",
    };
}
