using System;

namespace CrmExtensions.Cli.Solution;

/// <summary>
/// Ids of the components of one publisher, computed from their names: <c>uuid5(uuid5(DNS, publisher), "kind:name")</c>
/// with the kind in lower case. Renaming a component in this sense deletes it and its customisations on upgrade.
/// </summary>
internal sealed class ComponentIds(string publisher)
{
    private readonly Guid _space = Uuid5.Create(Uuid5.Dns, publisher);

    public Guid Of(ComponentKind kind, string name) =>
        Uuid5.Create(_space, $"{kind.ToString().ToLowerInvariant()}:{name}");
}
