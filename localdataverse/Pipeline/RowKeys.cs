using System;
using System.Collections.Generic;
using System.Linq;
using Dataverse.Local.Metadata;
using Microsoft.Xrm.Sdk;

namespace Dataverse.Local.Pipeline;

/// <summary>Finds the row that a reference names by id or by alternate key.</summary>
internal static class RowKeys
{
    /// <summary>
    /// The id as given, or that of the row with the key values; the platform's fault when there is none.
    /// </summary>
    public static Guid IdOf(Operation operation, Table table, EntityReference reference) =>
        reference.Id != Guid.Empty || reference.KeyAttributes.Count == 0
            ? reference.Id
            : Find(operation, table, reference.KeyAttributes) ?? throw NotFound(table, reference.KeyAttributes);

    /// <summary>The same for a row; its primary id column counts as its id.</summary>
    public static Guid IdOf(Operation operation, Table table, Entity row)
    {
        if (row.Id != Guid.Empty)
        {
            return row.Id;
        }

        if (row.Attributes.TryGetValue(table.PrimaryId, out object? value) && value is Guid id)
        {
            return id;
        }

        return row.KeyAttributes.Count == 0
            ? Guid.Empty
            : Find(operation, table, row.KeyAttributes) ?? throw NotFound(table, row.KeyAttributes);
    }

    /// <summary>Null: no such row.</summary>
    public static Guid? Find(Operation operation, Table table, KeyAttributeCollection values)
    {
        KeyAttributeCollection resolved = Resolve(operation, values);
        return operation.Session.FindByKey(table, KeyOf(table, values), resolved);
    }

    /// <summary>The key that has exactly these columns.</summary>
    public static AlternateKey KeyOf(Table table, KeyAttributeCollection values)
    {
        foreach (AlternateKey key in table.Keys)
        {
            if (key.IndexStatus == KeyIndexStatus.Active && key.Columns.Count == values.Count
                && key.Columns.All(values.ContainsKey))
            {
                return key;
            }
        }

        throw Fault.Because(
            ErrorCodes.EntityKeyNotDefined,
            $"The specified key attributes are not a defined key for the {table.LogicalName} entity");
    }

    private static KeyAttributeCollection Resolve(Operation operation, KeyAttributeCollection values)
    {
        KeyAttributeCollection resolved = new();
        foreach (KeyValuePair<string, object> value in values)
        {
            resolved[value.Key] = value.Value is EntityReference reference && reference.Id == Guid.Empty
                ? new EntityReference(
                    reference.LogicalName,
                    IdOf(operation, operation.Tables.Get(reference.LogicalName), reference))
                : value.Value;
        }

        return resolved;
    }

    private static Exception NotFound(Table table, KeyAttributeCollection values)
    {
        string keys = string.Join(", ", values.Select(value => $"{value.Key}={value.Value}"));
        return Fault.Because(
            ErrorCodes.RecordNotFoundByEntityKey,
            $"A record with the specified key values does not exist in {table.LogicalName} entity ({keys}).");
    }
}
