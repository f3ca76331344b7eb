using System;
using System.Collections.Generic;
using System.Xml.Linq;

namespace Dataverse.Local.Import;

/// <summary>A plug-in assembly of the package with its bytes and the types that it registers.</summary>
internal sealed record AssemblyDefinition(
    Guid Id, string FullName, byte[] Content, IReadOnlyList<PluginTypeDefinition> Types, XElement Xml)
{
    public string Name => FullName.Split(',')[0].Trim();
}
