using Dataverse.Local.Metadata;

namespace Dataverse.Local.Http.Api;

/// <summary>A navigation property: a lookup, or the rows that look a row up.</summary>
/// <param name="Name">As in the URL; case counts.</param>
/// <param name="Source">Table that has the property.</param>
/// <param name="Target">Table of the row or rows that it leads to.</param>
/// <param name="Column">The lookup; of the source, of the target for a collection.</param>
/// <param name="IsCollection">The rows of the target whose lookup points to the source.</param>
internal sealed record Navigation(string Name, Table Source, Table Target, Column Column, bool IsCollection);
