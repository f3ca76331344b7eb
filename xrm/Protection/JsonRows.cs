using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Xrm.Protection;

/// <summary>Rows as JSON that a person can read: own columns by name, choices and links with their labels.</summary>
internal static class JsonRows
{
    private const string Prefix = "crmx_";

    public static string Of(IEnumerable<Entity> rows) => "[" + string.Join(",", rows.Select(Of)) + "]";

    public static string Of(Entity row)
    {
        IEnumerable<string> columns = row.Attributes
            .Where(column => column.Value is not null && IsShown(column.Key))
            .OrderBy(column => column.Key, StringComparer.Ordinal)
            .Select(column => Quoted(column.Key) + ":" + ValueOf(row, column.Key, column.Value));
        return "{" + string.Join(",", columns) + "}";
    }

    public static string Quoted(string value)
    {
        var text = new StringBuilder("\"");
        foreach (char letter in value)
        {
            if (letter is '"' or '\\') text.Append('\\').Append(letter);
            else if (letter < ' ')
                text.Append("\\u").Append(((int)letter).ToString("x4", CultureInfo.InvariantCulture));
            else text.Append(letter);
        }

        return text.Append('"').ToString();
    }

    private static bool IsShown(string column) =>
        column.StartsWith(Prefix, StringComparison.Ordinal) || column is "createdon" or "statecode";

    private static string ValueOf(Entity row, string column, object value) => value switch
    {
        bool flag => flag ? "true" : "false",
        int number => number.ToString(CultureInfo.InvariantCulture),
        decimal amount => amount.ToString(CultureInfo.InvariantCulture),
        DateTime moment => Quoted(moment.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture)),
        EntityReference link => "{\"table\":" + Quoted(link.LogicalName) + ",\"id\":" + Quoted(link.Id.ToString("D"))
            + ",\"name\":" + Quoted(link.Name ?? "") + "}",
        OptionSetValue option => "{\"value\":" + option.Value.ToString(CultureInfo.InvariantCulture)
            + ",\"label\":" + Quoted(LabelOf(row, column)) + "}",
        _ => Quoted(Convert.ToString(value, CultureInfo.InvariantCulture) ?? ""),
    };

    private static string LabelOf(Entity row, string column) =>
        row.FormattedValues.TryGetValue(column, out string? label) ? label ?? "" : "";
}
