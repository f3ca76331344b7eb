using System;
using System.Collections.Generic;
using System.IO;
using System.Text.Json;

namespace CrmExtensions.Cli.Health;

/// <summary>Head hashes in a file of their own: whoever rewrites a ledger later cannot rewrite these.</summary>
internal static class HeadFile
{
    private static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    public static void Write(string path, IReadOnlyList<ChainHead> heads)
    {
        try
        {
            File.WriteAllText(path, JsonSerializer.Serialize(heads, Format));
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw new CommandException($"{path} cannot be written: {refused.Message}", refused);
        }
    }
}
