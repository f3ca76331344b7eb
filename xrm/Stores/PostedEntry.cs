using System;
using CrmExtensions.Domain.Loyalty;

namespace CrmExtensions.Xrm.Stores;

/// <summary>An entry of a document as far as finding it goes: nothing of it is decided before the lock.</summary>
internal sealed class PostedEntry
{
    public Guid Id { get; init; }

    public SourceKey Key { get; init; }

    /// <summary>The document that it was posted for.</summary>
    public Guid DocumentId { get; init; }

    /// <summary>Where the entry's member was folded into, as far as finding it goes.</summary>
    public Guid? MergedIntoId { get; init; }

    public bool IsAward => Key.Kind == EntryKind.Earn;
}
