using System;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace CrmExtensions.Domain.Loyalty;

/// <summary>
/// Chains the entries of a member: each hash covers the entry and the hash before it, so a changed, removed, inserted
/// or
/// reordered entry breaks the chain from there on. The text is described in docs/models/ledger.md; changing it means a
/// new version in its first line, never another meaning of the old one. Entries of version 1 still verify, as long as
/// they hold nothing that version 1 did not cover.
/// </summary>
public static class LedgerHash
{
    public const string Version = "crmx-ledger-2";

    /// <summary>The previous hash of a first entry.</summary>
    public const string Genesis = "0000000000000000000000000000000000000000000000000000000000000000";

    private const string FirstVersion = "crmx-ledger-1";
    private const string None = "-";

    public static string Of(LedgerEntry entry) => Sha256(TextOf(entry));

    /// <summary>Whether the entry's hash is the one of its content, in this version or in the first.</summary>
    public static bool Fits(LedgerEntry entry) =>
        entry.Hash == Of(entry) || (IsOfFirstVersion(entry.Draft) && entry.Hash == Sha256(FirstTextOf(entry)));

    /// <summary>
    /// Only integers, ticks, fixed decimals, ISO days and names: nothing in it depends on culture, time zone or
    /// machine.
    /// </summary>
    public static string TextOf(LedgerEntry entry)
    {
        EntryDraft draft = entry.Draft;
        StringBuilder text = Common(Version, entry);
        Line(text, "rates", draft.Rates?.ToString() ?? None);
        Line(text, "earned", DayOf(draft.EarnedOn));
        Line(text, "from", DayOf(draft.AvailableFrom));
        Line(text, "until", DayOf(draft.ExpiresOn));
        Line(text, "status", Number(draft.StatusPoints) + "/" + Number(draft.StatusOrders));
        Line(text, "allocation", draft.Allocation.IsEmpty ? None : Sha256(draft.Allocation.ToJson()));
        Line(text, "reverses", IdOf(draft.ReversesId));
        Line(text, "origin", IdOf(draft.OriginMemberId));
        Line(text, "rule", IdOf(draft.RuleId));
        Line(text, "batch", IdOf(draft.ImportBatchId));
        Line(text, "document", draft.DocumentNumber.Length == 0 ? None : Sha256(draft.DocumentNumber));
        Line(text, "note", draft.NoteHash.Length == 0 ? None : draft.NoteHash);
        Line(text, "previous", entry.PreviousHash);
        return text.ToString();
    }

    /// <summary>The text of the first version, which entries from before lots were hashed by.</summary>
    internal static string FirstTextOf(LedgerEntry entry)
    {
        StringBuilder text = Common(FirstVersion, entry);
        Line(text, "previous", entry.PreviousHash);
        return text.ToString();
    }

    internal static string Sha256(string text)
    {
        using SHA256 sha = SHA256.Create();
        var hex = new StringBuilder(64);
        foreach (byte part in sha.ComputeHash(Encoding.UTF8.GetBytes(text)))
            hex.Append(part.ToString("x2", CultureInfo.InvariantCulture));
        return hex.ToString();
    }

    private static StringBuilder Common(string version, LedgerEntry entry)
    {
        EntryDraft draft = entry.Draft;
        var text = new StringBuilder(version);
        Line(text, "key", draft.Key.ToString());
        Line(text, "sequence", Number(entry.Sequence));
        Line(text, "points", Number(draft.Points));
        Line(text, "balance", Number(entry.BalanceAfter));
        Line(text, "booked", Number(draft.BookedOn.Ticks));
        Line(text, "source", draft.SourceTable + "/" + Sha256(draft.SourceId));
        Line(text, "originator", draft.OriginatorId.ToString("N"));
        Line(text, "basis", draft.Basis?.ToString() ?? None);
        Line(text, "amount", draft.BasisAmount is { } amount ? BaseAmount.Text(amount) : None);
        Line(text, "reason", draft.Reason?.ToString() ?? None);
        Line(text, "breakdown", draft.Breakdown.Length == 0 ? None : Sha256(draft.Breakdown));
        return text;
    }

    private static bool IsOfFirstVersion(EntryDraft draft) => draft.Equals(new EntryDraft
    {
        Key = draft.Key,
        Points = draft.Points,
        BookedOn = draft.BookedOn,
        SourceTable = draft.SourceTable,
        SourceId = draft.SourceId,
        OriginatorId = draft.OriginatorId,
        Basis = draft.Basis,
        BasisAmount = draft.BasisAmount,
        Breakdown = draft.Breakdown,
        Reason = draft.Reason,
    });

    private static void Line(StringBuilder text, string name, string value) =>
        text.Append('\n').Append(name).Append('=').Append(value);

    private static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);

    private static string DayOf(Day? day) => day?.ToString() ?? None;

    private static string IdOf(Guid? id) => id?.ToString("N") ?? None;
}
