using System;
using System.Collections.Generic;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using System.Threading;
using Dataverse.Local.Metadata;
using Dataverse.Local.Pipeline;
using Dataverse.Local.Query;
using Dataverse.Local.Store;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Dataverse.Local.Messages.Rows;

/// <summary>
/// Values of autonumber columns: {SEQNUM:n}, {RANDSTRING:n} and {DATETIMEUTC:format} in a text. A sequence starts at
/// 1000, as on the platform, or after the highest number in the table. In memory a rollback skips numbers; a file keeps
/// its sequences in itself, because several environments may count on them.
/// </summary>
internal sealed partial class AutoNumbers
{
    private const long Seed = 1000;
    private const string Letters = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";

    private readonly Dictionary<string, long> _next = new(StringComparer.Ordinal);
    private readonly Lock _gate = new();

    public string Next(Operation operation, Table table, Column column)
    {
        StringBuilder text = new();
        int at = 0;
        string format = column.AutoNumberFormat!;
        foreach (Match part in Placeholder().Matches(format))
        {
            text.Append(format, at, part.Index - at);
            text.Append(Value(operation, table, column, part));
            at = part.Index + part.Length;
        }

        return text.Append(format, at, format.Length - at).ToString();
    }

    [GeneratedRegex(@"\{(?<kind>SEQNUM|RANDSTRING|DATETIMEUTC):(?<arg>[^}]+)\}")]
    private static partial Regex Placeholder();

    private string Value(Operation operation, Table table, Column column, Match part)
    {
        string argument = part.Groups["arg"].Value;
        return part.Groups["kind"].Value switch
        {
            "SEQNUM" => Sequence(operation, table, column)
                .ToString(CultureInfo.InvariantCulture).PadLeft(int.Parse(argument, CultureInfo.InvariantCulture), '0'),
            "RANDSTRING" => new string(
                Random.Shared.GetItems<char>(Letters, int.Parse(argument, CultureInfo.InvariantCulture))),
            _ => operation.CreatedOn.ToString(argument, CultureInfo.InvariantCulture),
        };
    }

    private long Sequence(Operation operation, Table table, Column column)
    {
        string key = $"{table.LogicalName}.{column.LogicalName}";
        if (operation.Session.IsFile)
        {
            return SequenceTable.Next(operation.Session, key, () => Highest(operation, table, column) + 1);
        }

        lock (_gate)
        {
            if (!_next.TryGetValue(key, out long next))
            {
                next = Highest(operation, table, column) + 1;
            }

            _next[key] = next + 1;
            return next;
        }
    }

    /// <summary>Read once, when a file is opened again: numbers of the same length sort like their text.</summary>
    private static long Highest(Operation operation, Table table, Column column)
    {
        Source root = new(table, table.LogicalName);
        root.Columns.Add(new SelectColumn(root, column));
        SelectQuery query = new(root);
        long highest = Seed - 1;
        Regex pattern = SequenceIn(column.AutoNumberFormat!);
        foreach (Entity row in operation.Session.Select(query, QueryContext.Neutral).Entities)
        {
            Match match = pattern.Match(row.GetAttributeValue<string>(column.LogicalName) ?? "");
            if (match.Success)
            {
                highest = Math.Max(highest, long.Parse(match.Groups["n"].Value, CultureInfo.InvariantCulture));
            }
        }

        return highest;
    }

    private static Regex SequenceIn(string format)
    {
        StringBuilder pattern = new("^");
        int at = 0;
        foreach (Match part in Placeholder().Matches(format))
        {
            pattern.Append(Regex.Escape(format[at..part.Index]));
            pattern.Append(part.Groups["kind"].Value == "SEQNUM" ? "(?<n>[0-9]{1,18})" : ".+?");
            at = part.Index + part.Length;
        }

        return new Regex(pattern.Append(Regex.Escape(format[at..])).Append('$').ToString());
    }
}
