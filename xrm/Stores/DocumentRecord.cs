using System;
using System.Collections.Generic;
using System.Linq;
using CrmExtensions.Domain.Loyalty;

namespace CrmExtensions.Xrm.Stores;

/// <summary>The award of a document with everything that was posted for it since.</summary>
internal sealed class DocumentRecord
{
    public Guid AwardId { get; init; }

    public EntryDraft Award { get; init; } = new();

    public IReadOnlyList<EntryDraft> Later { get; init; } = Array.Empty<EntryDraft>();

    public EarnRecord Earned => EarnRecord.Of(Award, Later);

    public bool Has(SourceKey key) => Later.Any(draft => draft.Key.Equals(key));

    /// <summary>
    /// The part of an entry that changes this award which the award says: member, programme, document and lot.
    /// </summary>
    /// <param name="kind">
    /// A return takes back what the award gave; a correction says what it should have given, and reverses nothing.
    /// </param>
    /// <param name="source">Names the event, so that the same one is posted once.</param>
    public EntryDraft Change(EntryKind kind, Guid source) => new()
    {
        Key = new SourceKey(Award.Key.ProgrammeId, Award.Key.MemberId, kind, source),
        SourceTable = Award.SourceTable,
        SourceId = Award.SourceId,
        DocumentNumber = Award.DocumentNumber,
        EarnedOn = Award.EarnedOn,
        AvailableFrom = Award.AvailableFrom,
        ExpiresOn = Award.ExpiresOn,
        ReversesId = kind == EntryKind.Return ? AwardId : null,
    };
}
