namespace CrmExtensions.Domain.Loyalty;

/// <summary>Tells whether the same file was sent again.</summary>
public static class OpeningChecksum
{
    /// <summary>SHA-256 of the text, whatever ends its lines.</summary>
    public static string Of(string text) => LedgerHash.Sha256(text.Replace("\r\n", "\n"));
}
