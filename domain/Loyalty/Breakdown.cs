using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;

namespace CrmExtensions.Domain.Loyalty;

/// <summary>
/// Which rule gave how many points on which line. Recorded with the entry, because a later return reverses what was
/// recorded and never what today's configuration would give.
/// </summary>
public sealed class Breakdown
{
    public static readonly Breakdown Empty = new(new BreakdownPart[0]);

    public Breakdown(IReadOnlyList<BreakdownPart> parts) => Parts = parts;

    public IReadOnlyList<BreakdownPart> Parts { get; }

    public int Points => Parts.Sum(part => part.Points);

    public decimal Amount => Parts.Sum(part => part.Amount);

    /// <summary>
    /// Canonical JSON: fixed order of keys, no white space, amounts with four decimals. The text is hashed, so the same
    /// parts must give the same characters on every machine.
    /// </summary>
    public string ToJson()
    {
        var json = new StringBuilder("{\"v\":1,\"parts\":[");
        string separator = "";
        foreach (BreakdownPart part in Parts)
        {
            json.Append(separator).Append("{\"rule\":").Append(Quoted(part.Rule));
            if (part.Line is { } line) json.Append(",\"line\":\"").Append(line.ToString("N")).Append('"');
            if (part.Item is { } item) json.Append(",\"item\":").Append(Quoted(item));
            json.Append(",\"amount\":").Append(BaseAmount.Text(part.Amount));
            json.Append(",\"points\":").Append(part.Points.ToString(CultureInfo.InvariantCulture)).Append('}');
            separator = ",";
        }

        return json.Append("]}").ToString();
    }

    private static string Quoted(string text)
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
}
