using System;
using System.Collections.Generic;

namespace Dataverse.Local.Messages.Rows;

/// <summary>Rows that just hand a change down in this transaction: a circle of them must have an end.</summary>
internal sealed class RunningCascades
{
    public HashSet<Guid> Assigning { get; } = [];

    /// <summary>Rows that a merge is giving to another parent: closed ones too.</summary>
    public HashSet<Guid> Moving { get; } = [];
}
