using System;
using System.Collections.Generic;
using CrmExtensions.Domain.Loyalty;

namespace CrmExtensions.Xrm.Stores;

/// <summary>The award of a document with everything that was posted for it since.</summary>
internal sealed class DocumentRecord
{
    /// <summary>Something of it cannot be read; nothing else of it is set.</summary>
    public static readonly DocumentRecord Damaged = new() { IsDamaged = true };

    public bool IsDamaged { get; private init; }

    public Guid AwardId { get; init; }

    public EntryDraft Award { get; init; } = new();

    public IReadOnlyList<EntryDraft> Later { get; init; } = Array.Empty<EntryDraft>();

    public EarnRecord Earned { get; init; } = new();

    /// <summary>
    /// The part of an entry that changes this award which the award says: programme, document and lot.
    /// </summary>
    /// <param name="kind">
    /// A return takes back what the award gave; a correction says what it should have given, and reverses nothing.
    /// </param>
    /// <param name="memberId">Who has the points now.</param>
    /// <param name="source">Names the event, so that the same one is posted once.</param>
    public EntryDraft Change(EntryKind kind, Guid memberId, Guid source) => new()
    {
        Key = new SourceKey(Award.Key.ProgrammeId, memberId, kind, source),
        SourceTable = Award.SourceTable,
        SourceId = Award.SourceId,
        DocumentNumber = Award.DocumentNumber,
        EarnedOn = Award.EarnedOn,
        AvailableFrom = Award.AvailableFrom,
        ExpiresOn = Award.ExpiresOn,
        ReversesId = kind == EntryKind.Return ? AwardId : null,
    };
}
