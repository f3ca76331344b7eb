using System.Collections.Generic;
using System.Globalization;
using System.Text;
using Dataverse.Local.Pipeline;
using Microsoft.Xrm.Sdk;

namespace Dataverse.Local.Limits;

/// <summary>
/// How large the context of a plugin is on its way to the sandbox: texts in UTF-8, files in base64, names and all other
/// values with a flat number. The cloud's own counting is not public; large is what holds large texts or files.
/// </summary>
internal static class MessageSize
{
    private const int FlatValue = 32;
    private const double Megabyte = 1024 * 1024;

    /// <summary>Refuses what is larger than allowed; null: nothing is.</summary>
    public static void Check(IPluginExecutionContext context, long? most)
    {
        if (most is null)
        {
            return;
        }

        long size = Of(context);
        if (size > most)
        {
            string megabytes = (size / Megabyte).ToString("0.00", CultureInfo.InvariantCulture);
            throw Fault.Because(
                ErrorCodes.UnexpectedError,
                $"Message size exceeded when sending context to Sandbox. Message size: {megabytes} Mb");
        }
    }

    public static long Of(IPluginExecutionContext context) =>
        Of(context.InputParameters) + Of(context.OutputParameters) + Of(context.SharedVariables)
            + Of(context.PreEntityImages) + Of(context.PostEntityImages);

    public static long Of<T>(IEnumerable<KeyValuePair<string, T>> values)
    {
        long size = 0;
        foreach (KeyValuePair<string, T> value in values)
        {
            size += value.Key.Length + Of(value.Value);
        }

        return size;
    }

    private static long Of(object? value) => value switch
    {
        string text => Encoding.UTF8.GetByteCount(text),
        byte[] file => (file.Length + 2L) / 3 * 4,
        Entity row => FlatValue + Of(row.Attributes),
        EntityCollection rows => OfAll(rows.Entities),
        AliasedValue linked => Of(linked.Value),
        _ => FlatValue,
    };

    private static long OfAll(IEnumerable<Entity> rows)
    {
        long size = 0;
        foreach (Entity row in rows)
        {
            size += Of(row);
        }

        return size;
    }
}
