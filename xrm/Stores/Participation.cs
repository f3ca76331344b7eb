using System;
using System.Collections.Generic;
using CrmExtensions.Domain.Loyalty;

namespace CrmExtensions.Xrm.Stores;

/// <summary>A programme that may pay now, and how a customer stands to it.</summary>
internal sealed class Participation
{
    public RunningProgramme Programme { get; init; } = new();

    /// <summary>Null for a customer who would have to be enrolled.</summary>
    public Membership? Member { get; init; }

    /// <summary>Other active members of the same customer, left by a merge of customers.</summary>
    public IReadOnlyList<Guid> DuplicateIds { get; init; } = Array.Empty<Guid>();

    /// <summary>Known for members only; whoever enrols reads the customer anyway.</summary>
    public bool MemberIsExcluded { get; init; }
}
