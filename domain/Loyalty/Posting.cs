namespace CrmExtensions.Domain.Loyalty;

/// <summary>
/// The outcome of one attempt to post: the entry and the new head if accepted, otherwise the unchanged head.
/// </summary>
public sealed class Posting
{
    private Posting(PostingResult result, MemberHead head, LedgerEntry? entry)
    {
        Result = result;
        Head = head;
        Entry = entry;
    }

    public PostingResult Result { get; }

    public MemberHead Head { get; }

    /// <summary>Null unless accepted.</summary>
    public LedgerEntry? Entry { get; }

    public static Posting Accepted(LedgerEntry entry, MemberHead head) => new(PostingResult.Accepted, head, entry);

    public static Posting Refused(PostingResult reason, MemberHead head) => new(reason, head, null);
}
