using System;
using System.Globalization;
using System.Text;

namespace CrmExtensions.Domain;

/// <summary>
/// Walks through the canonical JSON that the domain writes itself. Whoever parses with it writes the value again and
/// compares: text that differs in one character (white space, order of keys, leading zeros) is not accepted.
/// </summary>
internal sealed class JsonCursor
{
    /// <summary>What a memo column of the platform holds; longer text is broken unread.</summary>
    public const int LongestText = 1_048_576;

    private readonly string text;
    private int at;

    public JsonCursor(string text)
    {
        this.text = text;
        IsBroken = text.Length > LongestText;
    }

    /// <summary>Once something did not fit, everything read later is empty.</summary>
    public bool IsBroken { get; private set; }

    public bool IsAtEnd => !IsBroken && at == text.Length;

    /// <summary>Steps over these characters if they stand here.</summary>
    public bool Skip(string characters)
    {
        if (IsBroken || string.CompareOrdinal(text, at, characters, 0, characters.Length) != 0) return false;
        at += characters.Length;
        return true;
    }

    public void Expect(string characters)
    {
        if (!Skip(characters)) IsBroken = true;
    }

    /// <summary>Steps over the next <paramref name="separator"/> unless this is the first item of a list.</summary>
    public void Separate(bool isFirst, string separator)
    {
        if (!isFirst) Expect(separator);
    }

    public int Integer() =>
        Checked(int.TryParse(Number(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int value),
            value);

    public long Long() =>
        Checked(long.TryParse(Number(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long value),
            value);

    public decimal Decimal()
    {
        const NumberStyles Signed = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;
        return Checked(decimal.TryParse(Number(), Signed, CultureInfo.InvariantCulture, out decimal value), value);
    }

    /// <summary>The counterpart of <see cref="Text(double)"/>.</summary>
    public double Double()
    {
        int start = at;
        while (!IsBroken && at < text.Length && (text[at] is '-' or '+' or '.' or 'E' or (>= '0' and <= '9'))) at++;
        string number = text.Substring(start, at - start);
        return Checked(
            double.TryParse(number, NumberStyles.Float, CultureInfo.InvariantCulture, out double value), value);
    }

    /// <summary>Fifteen digits: so many survive being read and written again on every framework.</summary>
    public static string Text(double number) => number.ToString("G15", CultureInfo.InvariantCulture);

    public Day Day() => Checked(Domain.Day.TryParse(Quoted(), out Day day), day);

    public Guid Id() => Checked(Guid.TryParseExact(Quoted(), "N", out Guid id), id);

    public string Quoted()
    {
        Expect("\"");
        var read = new StringBuilder();
        while (!IsBroken && !Skip("\""))
        {
            if (at == text.Length) IsBroken = true;
            else if (text[at] != '\\') read.Append(text[at++]);
            else read.Append(Escaped());
        }

        return read.ToString();
    }

    /// <summary>Quoted ASCII; the counterpart of <see cref="Quoted()"/>.</summary>
    public static string Quoted(string text)
    {
        var quoted = new StringBuilder("\"");
        foreach (char letter in text)
        {
            if (letter is '"' or '\\') quoted.Append('\\').Append(letter);
            else if (letter is >= ' ' and <= '~') quoted.Append(letter);
            else quoted.Append("\\u").Append(((int)letter).ToString("x4", CultureInfo.InvariantCulture));
        }

        return quoted.Append('"').ToString();
    }

    private char Escaped()
    {
        at++;
        if (Skip("\"")) return '"';
        if (Skip("\\")) return '\\';
        bool isUnicode = Skip("u") && at + 4 <= text.Length;
        string digits = isUnicode ? text.Substring(at, 4) : "";
        at += digits.Length;
        return (char)Checked(
            int.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out int code), code);
    }

    private string Number()
    {
        int start = at;
        while (!IsBroken && at < text.Length && (text[at] is '-' or '.' or (>= '0' and <= '9'))) at++;
        return text.Substring(start, at - start);
    }

    private T Checked<T>(bool isSound, T value)
    {
        if (!isSound) IsBroken = true;
        return value;
    }
}
