using System;
using System.CommandLine;
using System.Globalization;
using System.Linq;

namespace CrmExtensions.Cli;

/// <summary>Options whose error messages say what would have been right.</summary>
internal static class CheckedOption
{
    /// <summary>A whole number from <paramref name="least"/> to <paramref name="most"/>.</summary>
    public static Option<int> Whole(string name, int byDefault, int least = int.MinValue, int most = int.MaxValue) =>
        new(name)
        {
            HelpName = "N",
            DefaultValueFactory = _ => byDefault,
            CustomParser = result =>
            {
                string text = result.Tokens[0].Value;
                if (int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int value)
                    && value >= least && value <= most) return value;
                result.AddError($"{name} takes a whole number from {least} to {most}, not '{text}'.");
                return byDefault;
            },
        };

    /// <summary>A share above 0 up to 1, with a point.</summary>
    public static Option<decimal> Share(string name, decimal byDefault) => new(name)
    {
        HelpName = "SHARE",
        DefaultValueFactory = _ => byDefault,
        CustomParser = result =>
        {
            string text = result.Tokens[0].Value;
            if (decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal value)
                && value is > 0 and <= 1) return value;
            result.AddError($"{name} takes a share above 0 up to 1 such as 0.01, not '{text}'.");
            return byDefault;
        },
    };

    /// <summary>An ISO day; null where it is not given.</summary>
    public static Option<DateOnly?> Day(string name, DateOnly least, DateOnly most) =>
        new(name)
        {
            HelpName = "DATE",
            CustomParser = result =>
            {
                string text = result.Tokens[0].Value;
                if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None,
                    out DateOnly day)
                    && day >= least && day <= most) return day;
                result.AddError($"{name} takes a day from {least:yyyy-MM-dd} to {most:yyyy-MM-dd}, not '{text}'.");
                return null;
            },
        };

    /// <summary>The file that every command on orders reads, under both of its names.</summary>
    public static Option<string> OrderFile() => new("--input", "--orders")
    {
        Description = "CSV of orders, plain or gzip",
        HelpName = "FILE",
        Required = true,
    };

    /// <summary>One of the names, the first by default.</summary>
    public static Option<string> OneOf(string name, params string[] values) => new(name)
    {
        HelpName = string.Join("|", values),
        DefaultValueFactory = _ => values[0],
        CustomParser = result =>
        {
            string text = result.Tokens[0].Value;
            if (!values.Contains(text, StringComparer.Ordinal))
                result.AddError($"{name} takes {string.Join(" or ", values)}, not '{text}'.");
            return text;
        },
    };
}
