using System;
using CrmExtensions.Domain.Loyalty;

namespace CrmExtensions.Xrm.Stores;

/// <summary>
/// What became of appending: <see cref="PostingResult.Accepted"/> or <see cref="PostingResult.AlreadyPosted"/>.
/// Everything
/// else is the gate's refusal and reaches the caller as the platform's fault.
/// </summary>
internal sealed class Appended
{
    public PostingResult Result { get; init; }

    /// <summary>The new entry, or the one that was there.</summary>
    public Guid EntryId { get; init; }
}
