using System;
using System.Xml.Linq;

namespace Dataverse.Local.Import;

/// <summary>A registered type: a plug-in, or with a group name a custom workflow activity.</summary>
internal sealed record PluginTypeDefinition(Guid Id, string FullName, string? ActivityGroup, XElement Xml);
