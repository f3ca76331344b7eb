using System;

namespace CrmExtensions.Xrm.Loyalty;

/// <summary>What became of a correction or a transfer; empty ids where there is no such row.</summary>
internal sealed class MoveAnswer
{
    public Guid EntryId { get; init; }

    /// <summary>The receiver's entry of a transfer.</summary>
    public Guid OtherEntryId { get; init; }

    /// <summary>Set while it waits for a second person, and afterwards for the same request.</summary>
    public Guid ApprovalId { get; init; }

    public int Balance { get; init; }
}
