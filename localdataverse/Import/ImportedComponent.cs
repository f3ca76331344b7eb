namespace Dataverse.Local.Import;

/// <summary>One component of a package and what became of it.</summary>
/// <param name="Kind">"table", "column", "step", "form" ...; lower case, singular.</param>
/// <param name="Name">Logical name, unique name or path; columns as table.column.</param>
/// <param name="Use">In force, or only kept.</param>
/// <param name="Why">Why a kept component is not in force; empty for applied ones.</param>
public sealed record ImportedComponent(string Kind, string Name, ComponentUse Use, string Why);
