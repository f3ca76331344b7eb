using System;
using System.Globalization;

namespace CrmExtensions.Domain.Churn;

/// <summary>
/// Numbers, days and amounts as readers of a language write them. Nothing is taken from the machine's cultures, which
/// the sandbox and a container need not have.
/// </summary>
public sealed class Wording
{
    private const int PrimaryLanguageBits = 0x3ff, PrimaryGerman = 0x07;

    private static readonly string[] EnglishNumbers =
        ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];

    private static readonly string[] GermanNumbers =
        ["keine", "eine", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun", "zehn", "elf", "zwölf"];

    private static readonly string[] EnglishMonths =
        ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
            "December"];

    private static readonly string[] GermanMonths =
        ["Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober", "November",
            "Dezember"];

    private readonly NumberFormatInfo numbers;

    public Wording(TextLanguage language)
    {
        IsGerman = language == TextLanguage.German;
        numbers = (NumberFormatInfo)CultureInfo.InvariantCulture.NumberFormat.Clone();
        if (!IsGerman) return;
        numbers.NumberDecimalSeparator = ",";
        numbers.NumberGroupSeparator = ".";
    }

    /// <summary>By the platform's language code, such as 1031 or, for Austria, 3079.</summary>
    public static Wording OfLanguageCode(int code) =>
        new((code & PrimaryLanguageBits) == PrimaryGerman ? TextLanguage.German : TextLanguage.English);

    internal bool IsGerman { get; }

    internal string Either(string english, string german) => IsGerman ? german : english;

    /// <summary>At most so many decimals, grouped.</summary>
    internal string Number(decimal value, int decimals = 0) =>
        Math.Round(value, decimals, MidpointRounding.AwayFromZero)
            .ToString(decimals == 0 ? "#,0" : "#,0." + new string('#', decimals), numbers);

    internal string Amount(decimal value) => value.ToString("#,0.00", numbers);

    /// <summary>A whole per cent with a space that does not break.</summary>
    internal string Percent(double share) => Number((decimal)share * 100) + "\u00a0%";

    /// <summary>In words up to twelve, of something feminine in German.</summary>
    internal string Count(int count) => count is >= 0 and <= 12
        ? (IsGerman ? GermanNumbers : EnglishNumbers)[count]
        : Number(count);

    internal string Days(decimal days, string german = "Tage") => Number(days) + " " + (Math.Round(days) == 1
        ? Either("day", "Tag")
        : Either("days", german));

    internal string Date(Day day) => IsGerman
        ? day.Midnight.ToString("dd.MM.yyyy", CultureInfo.InvariantCulture)
        : day.Midnight.ToString("d MMM yyyy", CultureInfo.InvariantCulture);

    /// <param name="month">1 to 12.</param>
    internal string Month(int month) => (IsGerman ? GermanMonths : EnglishMonths)[month - 1];
}
