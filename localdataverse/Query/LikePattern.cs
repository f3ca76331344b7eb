using System;
using System.Text;
using Dataverse.Local.Store;

namespace Dataverse.Local.Query;

/// <summary>A pattern of the like operator: <c>%</c> any text, <c>_</c> one character, <c>[a-d]</c> and <c>[^x]</c>
/// classes. SQLite's LIKE has no classes, its GLOB has; patterns and text meet folded, so case and accents do not
/// count.</summary>
internal sealed class LikePattern
{
    private LikePattern(string glob, string? prefix, bool isExact)
    {
        Glob = glob;
        Prefix = prefix;
        IsExact = isExact;
    }

    public string Glob { get; }

    /// <summary>Set when the pattern is this text and then anything: an index can be searched.</summary>
    public string? Prefix { get; }

    /// <summary>No place holder at all: the pattern is <see cref="Prefix"/>, whole.</summary>
    public bool IsExact { get; }

    public static LikePattern Of(string like)
    {
        string folded = Folding.Fold(like);
        StringBuilder glob = new();
        int special = 0;
        for (int i = 0; i < folded.Length; i++)
        {
            char c = folded[i];
            int end = c == '[' ? folded.IndexOf(']', i + 1) : -1;
            if (end > i + 1)
            {
                glob.Append(folded, i, end - i + 1);
                i = end;
                special++;
            }
            else
            {
                special += c is '%' or '_' ? 1 : 0;
                AppendOne(glob, c);
            }
        }

        bool endsOpen = special == 1 && folded.EndsWith('%');
        string? prefix = special == 0 ? folded : endsOpen ? folded[..^1] : null;
        return new(glob.ToString(), prefix, special == 0);
    }

    /// <summary>The text itself, with nothing special in it, between the given ends.</summary>
    public static LikePattern Literal(string text, bool openStart, bool openEnd)
    {
        string folded = Folding.Fold(text);
        StringBuilder glob = new();
        if (openStart) glob.Append('*');
        foreach (char c in folded) AppendLiteral(glob, c);
        if (openEnd) glob.Append('*');
        return new(glob.ToString(), openStart ? null : folded, !openStart && !openEnd);
    }

    /// <summary>The first text behind every text that begins with the prefix.</summary>
    public static string AfterPrefix(string prefix) => prefix + char.ConvertFromUtf32(0x10FFFF);

    private static void AppendOne(StringBuilder glob, char c)
    {
        if (c == '%') glob.Append('*');
        else if (c == '_') glob.Append('?');
        else AppendLiteral(glob, c);
    }

    private static void AppendLiteral(StringBuilder glob, char c)
    {
        if (c is '*' or '?' or '[') glob.Append('[').Append(c).Append(']');
        else glob.Append(c);
    }
}
