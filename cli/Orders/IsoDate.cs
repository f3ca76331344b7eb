using System;

namespace CrmExtensions.Cli.Orders;

/// <summary>
/// `2025-03-31`, or with a time after `T` or a space: hours and minutes, optionally seconds with a fraction, optionally
/// `Z` or an offset such as `+01:00`. Without an offset the time is UTC. Years 1754 to 9998:
/// Dataverse stores 1753 to 9999, and an offset or the day before must fit too.
/// </summary>
internal static class IsoDate
{
    private const int FirstYear = 1754;
    private const int LastYear = 9998;

    public static bool TryParse(ReadOnlySpan<byte> text, out DateTime value)
    {
        value = default;
        if (text.Length < 10 || text[4] != '-' || text[7] != '-') return false;
        int year = Digits(text[..4]);
        int month = Digits(text[5..7]);
        int day = Digits(text[8..10]);
        if (year is < FirstYear or > LastYear || month is < 1 or > 12) return false;
        if (day < 1 || day > DateTime.DaysInMonth(year, month)) return false;

        value = new DateTime(year, month, day, 0, 0, 0, DateTimeKind.Utc);
        if (text.Length == 10) return true;
        if (text[10] is not ((byte)'T' or (byte)'t' or (byte)' ')) return false;
        if (!Time(text[11..], out TimeSpan time, out ReadOnlySpan<byte> zone)) return false;
        if (!Zone(zone, out TimeSpan offset)) return false;
        value = value + time - offset;
        return true;
    }

    private static bool Time(ReadOnlySpan<byte> text, out TimeSpan time, out ReadOnlySpan<byte> zone)
    {
        time = default;
        zone = default;
        if (text.Length < 5 || text[2] != ':') return false;
        int hour = Digits(text[..2]);
        int minute = Digits(text[3..5]);
        if (hour is < 0 or > 23 || minute is < 0 or > 59) return false;

        time = new TimeSpan(hour, minute, 0);
        zone = text[5..];
        if (zone is not [(byte)':', ..]) return true;
        if (zone.Length < 3) return false;
        int second = Digits(zone[1..3]);
        if (second is < 0 or > 59) return false;
        time += TimeSpan.FromSeconds(second);
        zone = zone[3..];
        return zone is not [(byte)'.', ..] || Fraction(ref zone, ref time);
    }

    private static bool Fraction(ref ReadOnlySpan<byte> zone, ref TimeSpan time)
    {
        int length = 1;
        long unit = TimeSpan.TicksPerSecond;
        while (length < zone.Length && zone[length] is >= (byte)'0' and <= (byte)'9')
        {
            unit /= 10;
            time += TimeSpan.FromTicks(unit * (zone[length++] - '0'));
        }

        zone = zone[length..];
        return length > 1;
    }

    private static bool Zone(ReadOnlySpan<byte> text, out TimeSpan offset)
    {
        offset = default;
        if (text.IsEmpty || text is [(byte)'Z'] or [(byte)'z']) return true;
        if (text.Length is not (5 or 6) || text[0] is not ((byte)'+' or (byte)'-')) return false;
        if (text.Length == 6 && text[3] != ':') return false;
        int hours = Digits(text[1..3]);
        int minutes = Digits(text[^2..]);
        if (hours is < 0 or > 14 || minutes is < 0 or > 59) return false;
        offset = new TimeSpan(hours, minutes, 0) * (text[0] == '-' ? -1 : 1);
        return true;
    }

    /// <returns>-1 where a character is no digit.</returns>
    private static int Digits(ReadOnlySpan<byte> text)
    {
        int value = 0;
        foreach (byte letter in text)
        {
            if (letter is < (byte)'0' or > (byte)'9') return -1;
            value = value * 10 + (letter - '0');
        }

        return value;
    }
}
