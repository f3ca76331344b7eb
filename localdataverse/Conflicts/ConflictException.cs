using System;
using System.Collections.Generic;
using System.Linq;

namespace Dataverse.Local.Conflicts;

/// <summary>
/// <see cref="ConflictCheck.Fail"/>: plugins of the transaction could lose an update, and nothing of it was saved. No
/// fault of the platform, so that code which handles faults does not hide it.
/// </summary>
public sealed class ConflictException : Exception
{
    internal ConflictException(IReadOnlyList<RowConflict> conflicts)
        : base(string.Join(Environment.NewLine, conflicts.Select(conflict => conflict.ToString()))) =>
        Conflicts = conflicts;

    /// <summary>One for each row.</summary>
    public IReadOnlyList<RowConflict> Conflicts { get; }
}
