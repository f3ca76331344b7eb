using System;
using System.Security.Cryptography;
using System.Text;

namespace Dataverse.Local.Messages.Metadata;

/// <summary>Metadata ids that follow from names, so that they are the same in every run.</summary>
internal static class MetadataIds
{
    public static Guid OfTable(string table) => Of($"table {table}");

    public static Guid OfColumn(string table, string column) => Of($"column {table}.{column}");

    public static Guid OfRelationship(string schemaName) => Of($"relationship {schemaName}");

    public static Guid OfKey(string table, string key) => Of($"key {table}.{key}");

    public static Guid OfChoices(string name) => Of($"choices {name}");

    private static Guid Of(string what)
    {
        byte[] hash = SHA256.HashData(Encoding.UTF8.GetBytes(what.ToLowerInvariant()));
        return new Guid(hash.AsSpan(0, 16));
    }
}
