using System;

namespace Dataverse.Local.Import;

/// <summary>A component that stays needs one that goes.</summary>
/// <param name="Required">What goes.</param>
/// <param name="Dependent">What stays and needs it.</param>
internal sealed record Dependency(DependencySide Required, DependencySide Dependent)
{
    public override string ToString() =>
        $"RequiredComponentObject details: {Required}, DependentComponentObject details: {Dependent}, "
        + "DependencyType: Published";
}

/// <summary>One side of a dependency, by type number, name and id.</summary>
internal sealed record DependencySide(int Type, string Name, Guid Id)
{
    public override string ToString() => $"Type: {ComponentType.NameOf(Type)}, ObjectName: {Name}, Id: {Id}";
}
