using System;
using System.Security.Cryptography;
using System.Text;

namespace CrmExtensions.Domain.Loyalty;

/// <summary>
/// What makes a posting happen once: <c>{programme:N}-{member:N}-{kind}-{source:N}</c>. Lower-case ASCII of at most 200
/// characters with none of <c>: / &amp; + ?</c>, which break access by alternate key.
/// </summary>
public readonly struct SourceKey : IEquatable<SourceKey>
{
    public const int LongestText = 200;

    public SourceKey(Guid programmeId, Guid memberId, EntryKind kind, Guid sourceId)
    {
        ProgrammeId = programmeId;
        MemberId = memberId;
        Kind = kind;
        SourceId = sourceId;
    }

    public Guid ProgrammeId { get; }

    public Guid MemberId { get; }

    public EntryKind Kind { get; }

    public Guid SourceId { get; }

    /// <summary>
    /// <c>{programme:N}-{kind}-{source:N}</c>: the same whichever member was paid, so that a document whose customer
    /// was swapped or merged is not paid twice.
    /// </summary>
    public string PaymentKey => string.Join("-", ProgrammeId.ToString("N"), KindText, SourceId.ToString("N"));

    private string KindText => Kind.ToString().ToLowerInvariant();

    /// <summary>
    /// The id of a source that is named by text (a caller's request id): the text itself where it is a GUID,
    /// otherwise the
    /// first half of its SHA-256. Case and surrounding white space count only in the second form.
    /// </summary>
    public static Guid SourceNamed(string text)
    {
        if (Guid.TryParse(text, out Guid id)) return id;
        using SHA256 sha = SHA256.Create();
        byte[] half = new byte[16];
        Array.Copy(sha.ComputeHash(Encoding.UTF8.GetBytes(text)), half, half.Length);
        return new Guid(half);
    }

    /// <summary>False for everything that <see cref="ToString"/> would not write, upper case included.</summary>
    public static bool TryParse(string? text, out SourceKey key)
    {
        key = default;
        string[] parts = (text ?? "").Split('-');
        if (parts.Length != 4
            || !Guid.TryParseExact(parts[0], "N", out Guid programme)
            || !Guid.TryParseExact(parts[1], "N", out Guid member)
            || !Enum.TryParse(parts[2], ignoreCase: true, out EntryKind kind)
            || !Guid.TryParseExact(parts[3], "N", out Guid source))
            return false;
        key = new SourceKey(programme, member, kind, source);
        return key.ToString() == text;
    }

    public override string ToString() =>
        string.Join("-", ProgrammeId.ToString("N"), MemberId.ToString("N"), KindText, SourceId.ToString("N"));

    public bool Equals(SourceKey other) =>
        ProgrammeId == other.ProgrammeId
        && MemberId == other.MemberId
        && Kind == other.Kind
        && SourceId == other.SourceId;

    public override bool Equals(object? obj) => obj is SourceKey other && Equals(other);

    public override int GetHashCode() => MemberId.GetHashCode() ^ SourceId.GetHashCode() ^ (int)Kind;
}
