using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace CrmExtensions.Domain.Loyalty;

/// <summary>
/// Chains the entries of a member: each hash covers the entry and the hash before it, so a changed, removed,
/// inserted or
/// reordered entry breaks the chain from there on. The text is described in docs/models/ledger.md; changing it
/// means a new
/// version in its first line, never another meaning of the old one.
/// </summary>
public static class LedgerHash
{
    public const string Version = "crmx-ledger-1";

    /// <summary>The previous hash of a first entry.</summary>
    public const string Genesis = "0000000000000000000000000000000000000000000000000000000000000000";

    public static string Of(LedgerEntry entry) => Sha256(TextOf(entry));

    /// <summary>
    /// Only integers, ticks, fixed decimals and names: nothing in it depends on culture, time zone or machine.
    /// </summary>
    public static string TextOf(LedgerEntry entry)
    {
        EntryDraft draft = entry.Draft;
        var text = new StringBuilder(Version);
        Line(text, "key", draft.Key.ToString());
        Line(text, "sequence", Number(entry.Sequence));
        Line(text, "points", Number(draft.Points));
        Line(text, "balance", Number(entry.BalanceAfter));
        Line(text, "booked", Number(draft.BookedOn.Ticks));
        Line(text, "source", draft.SourceTable + "/" + Sha256(draft.SourceId));
        Line(text, "originator", draft.OriginatorId.ToString("N"));
        Line(text, "basis", draft.Basis?.ToString() ?? "-");
        Line(text, "amount", draft.BasisAmount is { } amount ? BaseAmount.Text(amount) : "-");
        Line(text, "reason", draft.Reason?.ToString() ?? "-");
        Line(text, "breakdown", draft.Breakdown.Length == 0 ? "-" : Sha256(draft.Breakdown));
        Line(text, "previous", entry.PreviousHash);
        return text.ToString();
    }

    private static void Line(StringBuilder text, string name, string value) =>
        text.Append('\n').Append(name).Append('=').Append(value);

    private static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);

    private static string Sha256(string text)
    {
        using SHA256 sha = SHA256.Create();
        var hex = new StringBuilder(64);
        foreach (byte part in sha.ComputeHash(Encoding.UTF8.GetBytes(text)))
            hex.Append(part.ToString("x2", CultureInfo.InvariantCulture));
        return hex.ToString();
    }
}
