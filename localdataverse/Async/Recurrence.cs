using System;
using System.Collections.Generic;
using System.Globalization;
using Dataverse.Local.Pipeline;

namespace Dataverse.Local.Async;

/// <summary>
/// When a bulk deletion runs again: every so many days at the time of its start. A part of RFC 2445, of which bulk
/// deletions take FREQ=DAILY and INTERVAL only.
/// </summary>
internal sealed class Recurrence
{
    private const int LongestInterval = 365;
    private const StringSplitOptions Trimmed = StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries;

    private readonly int _days;

    private Recurrence(int days) => _days = days;

    /// <summary>Null for an empty pattern: once.</summary>
    public static Recurrence? Read(string pattern)
    {
        Dictionary<string, string> parts = new(StringComparer.OrdinalIgnoreCase);
        foreach (string part in pattern.Split(';', Trimmed))
        {
            string[] pair = part.Split('=');
            if (pair.Length != 2 || !parts.TryAdd(pair[0], pair[1]))
            {
                throw Malformed();
            }
        }

        return parts.Count == 0 ? null : new Recurrence(Days(parts));
    }

    /// <summary>The first time of the series after now: runs that were missed are not made up for.</summary>
    public DateTime Next(DateTime start, DateTime now)
    {
        if (now < start)
        {
            return start;
        }

        long passed = (now - start).Ticks / TimeSpan.FromDays(_days).Ticks;
        return start.AddDays((passed + 1) * _days);
    }

    private static int Days(Dictionary<string, string> parts)
    {
        parts.Remove("FREQ", out string? frequency);
        parts.Remove("INTERVAL", out string? interval);
        if (parts.Count > 0)
        {
            throw Malformed();
        }

        switch (frequency?.ToUpperInvariant())
        {
            case "DAILY":
                break;
            case "SECONDLY" or "MINUTELY" or "HOURLY" or "WEEKLY" or "MONTHLY" or "YEARLY":
                throw Fault.Because(
                    unchecked((int)0x8004D2A0),
                    "Bulk Delete and Duplicate Detection recurrence must be specified as daily.");
            default:
                throw Malformed();
        }

        bool isNumber = int.TryParse(interval ?? "1", NumberStyles.None, CultureInfo.InvariantCulture, out int days);
        return isNumber && days is >= 1 and <= LongestInterval
            ? days
            : throw Fault.Because(
                unchecked((int)0x8004D2A1),
                "To set recurrence, you must specify an interval that is between 1 and 365.");
    }

    private static Exception Malformed() =>
        Fault.Because(unchecked((int)0x80040246), "Error in RecurrencePatternFactory.");
}
