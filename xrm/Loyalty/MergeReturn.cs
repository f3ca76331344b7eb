using System;

namespace CrmExtensions.Xrm.Loyalty;

/// <summary>What the entries of an undone merge say beside points, lots and status.</summary>
internal sealed class MergeReturn
{
    /// <summary>The member that comes back.</summary>
    public Guid OriginId { get; init; }

    /// <summary>The entry that had brought its points; null where there was nothing to bring.</summary>
    public Guid? ReversesId { get; init; }

    public Guid Source { get; init; }
}
