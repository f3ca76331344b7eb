using System;
using System.Globalization;

namespace CrmExtensions.Xrm.Jobs;

/// <summary>The part of a run that one slice covers.</summary>
internal sealed class SliceRange
{
    private const string Moment = "yyyy-MM-dd'T'HH:mm:ss'Z'";

    public SliceRange(int number, string from, string to)
    {
        Number = number;
        From = from;
        To = to;
    }

    /// <summary>Counted from 1, within the run.</summary>
    public int Number { get; }

    /// <summary>Cursor to start behind; empty: from the beginning.</summary>
    public string From { get; }

    /// <summary>Cursor to stop before; empty: none.</summary>
    public string To { get; }

    public static string TextOf(DateTime utc) => utc.ToString(Moment, CultureInfo.InvariantCulture);

    public static DateTime? MomentOf(string? text) => DateTime.TryParseExact(
        text,
        Moment,
        CultureInfo.InvariantCulture,
        DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal,
        out DateTime utc)
        ? utc
        : null;
}
