using System;
using System.Globalization;
using System.Text;

namespace CrmExtensions.Domain.Loyalty;

/// <summary>
/// A correction by hand or a transfer, as it waits for a second person: carried out unchanged when approved.
/// </summary>
public sealed record PendingMove
{
    public Guid MemberId { get; init; }

    /// <summary>The other member of a transfer.</summary>
    public Guid? ToMemberId { get; init; }

    /// <summary>Signed for a correction, above 0 for a transfer.</summary>
    public int Points { get; init; }

    /// <summary>Of a correction.</summary>
    public AdjustmentReason? Reason { get; init; }

    /// <summary>Names the request, so that it is carried out once.</summary>
    public Guid Source { get; init; }

    /// <summary>Words to the entry; empty where there are none.</summary>
    public string Note { get; init; } = "";

    /// <summary>SHA-256 of the note, which stays in the chain when the words are erased; empty without a
    /// note.</summary>
    public string NoteHash => Note.Length == 0 ? "" : LedgerHash.Sha256(Note);

    /// <summary>Canonical JSON: fixed order of keys, no white space.</summary>
    public string ToJson()
    {
        var json = new StringBuilder("{\"v\":1,\"member\":\"").Append(MemberId.ToString("N")).Append('"');
        if (ToMemberId is { } to) json.Append(",\"to\":\"").Append(to.ToString("N")).Append('"');
        json.Append(",\"points\":").Append(Text(Points));
        if (Reason is { } reason) json.Append(",\"reason\":").Append(Text((int)reason));
        json.Append(",\"source\":\"").Append(Source.ToString("N")).Append('"');
        if (Note.Length > 0) json.Append(",\"note\":").Append(JsonCursor.Quoted(Note));
        return json.Append('}').ToString();
    }

    /// <summary>Null for everything that <see cref="ToJson"/> would not write.</summary>
    public static PendingMove? Parse(string? text)
    {
        if (text is null) return null;
        var json = new JsonCursor(text);
        json.Expect("{\"v\":1,\"member\":");
        Guid member = json.Id();
        Guid? to = json.Skip(",\"to\":") ? json.Id() : null;
        json.Expect(",\"points\":");
        int points = json.Integer();
        AdjustmentReason? reason = json.Skip(",\"reason\":") ? (AdjustmentReason)json.Integer() : null;
        json.Expect(",\"source\":");
        Guid source = json.Id();
        string note = json.Skip(",\"note\":") ? json.Quoted() : "";
        json.Expect("}");
        var move = new PendingMove
        {
            MemberId = member,
            ToMemberId = to,
            Points = points,
            Reason = reason,
            Source = source,
            Note = note,
        };
        return json.IsAtEnd && move.ToJson() == text ? move : null;
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
