using System;
using System.Collections.Generic;

namespace Dataverse.Local.Import;

/// <summary>
/// A security role: privilege name to depth (1 user, 2 business unit, 4 parent and child, 8 organisation).
/// </summary>
internal sealed record RoleDefinition(Guid Id, string Name, IReadOnlyDictionary<string, int> Privileges)
{
    /// <summary>Given to a team, it also reaches its members' own rows; the platform's default.</summary>
    public bool IsInherited { get; init; } = true;
}
