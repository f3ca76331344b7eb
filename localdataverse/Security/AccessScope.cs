using System;
using System.Collections.Generic;

namespace Dataverse.Local.Security;

/// <summary>Which rows of a table one right of one principal reaches, sharing left out.</summary>
internal sealed class AccessScope
{
    public static readonly AccessScope Nothing = new(new HashSet<Guid>(), new HashSet<Guid>());

    public static readonly AccessScope Everything = new(new HashSet<Guid>(), new HashSet<Guid>());

    public AccessScope(IReadOnlySet<Guid> owners, IReadOnlySet<Guid> businessUnits)
    {
        Owners = owners;
        BusinessUnits = businessUnits;
    }

    /// <summary>Users and teams whose rows are reached.</summary>
    public IReadOnlySet<Guid> Owners { get; }

    /// <summary>Business units whose rows are reached.</summary>
    public IReadOnlySet<Guid> BusinessUnits { get; }

    public bool IsEverything => ReferenceEquals(this, Everything);

    /// <summary>The privilege is missing: not even a shared row is reached.</summary>
    public bool IsNothing => ReferenceEquals(this, Nothing);

    public bool Reaches(RowHolder holder) =>
        IsEverything || Owners.Contains(holder.OwnerId) || BusinessUnits.Contains(holder.BusinessUnitId);
}
