using System;
using System.Globalization;
using System.Text;

namespace Dataverse.Local.Store;

/// <summary>Text as it is compared: without case, accents and trailing spaces, as in a database with the collation
/// Latin1_General_CI_AI. Two texts are equal for the platform when their folded forms are equal byte by byte.</summary>
internal static class Folding
{
    public static string Fold(string text)
    {
        ReadOnlySpan<char> trimmed = text.AsSpan().TrimEnd(' ');
        if (IsFolded(trimmed)) return trimmed.Length == text.Length ? text : trimmed.ToString();
        if (Ascii.IsValid(trimmed)) return trimmed.ToString().ToLowerInvariant();
        return WithoutAccents(trimmed.ToString());
    }

    private static bool IsFolded(ReadOnlySpan<char> text)
    {
        foreach (char c in text)
        {
            if (c is >= 'A' and <= 'Z' or > '\x7f') return false;
        }

        return true;
    }

    private static string WithoutAccents(string text)
    {
        StringBuilder folded = new(text.Length);
        foreach (char c in text.Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark) continue;
            switch (c)
            {
                case 'ß' or 'ẞ': folded.Append("ss"); break;
                case 'æ' or 'Æ': folded.Append("ae"); break;
                case 'œ' or 'Œ': folded.Append("oe"); break;
                default: folded.Append(char.ToLowerInvariant(c)); break;
            }
        }

        return folded.ToString();
    }
}
