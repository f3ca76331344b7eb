using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace CrmExtensions.Cli.Solution.Packing;

/// <summary>
/// What is built and therefore not in git: plugin assemblies, and the web resources below <c>dist</c>.
/// </summary>
internal sealed class PackContents(IReadOnlyCollection<string> assemblies, string? webResources)
{
    public const string BuildWebResources = "Run `npm ci && npm run build` in webresources";

    public byte[]? Assembly(string fileName) =>
        assemblies.FirstOrDefault(path => Path.GetFileName(path) == fileName) is { } path && File.Exists(path)
            ? File.ReadAllBytes(path)
            : null;

    public byte[]? WebResource(string name)
    {
        if (webResources is null)
        {
            return null;
        }

        string path = Path.Combine(webResources, name);
        return File.Exists(path) ? File.ReadAllBytes(path) : null;
    }
}
