using System;
using System.Collections.Generic;
using Dataverse.Local.Metadata;
using Dataverse.Local.Pipeline;
using Microsoft.Xrm.Sdk;

namespace Dataverse.Local.Messages;

/// <summary>Whether a row to upsert is there, and what the row to create or update then looks like.</summary>
internal static class UpsertTargets
{
    /// <summary>By alternate key, if the row names one, else by id; null: it is to be created.</summary>
    public static Guid? Find(Operation operation, Table table, Entity row)
    {
        if (row.KeyAttributes.Count > 0)
        {
            return RowKeys.Find(operation, table, row.KeyAttributes);
        }

        Guid id = RowKeys.IdOf(operation, table, row);
        return id != Guid.Empty && operation.Session.Exists(table, id) ? id : null;
    }

    public static void ToUpdate(Entity row, Guid id)
    {
        row.Id = id;
        row.KeyAttributes.Clear();
    }

    /// <summary>The key that found nothing becomes part of the new row.</summary>
    public static void ToCreate(Entity row)
    {
        foreach (KeyValuePair<string, object> key in row.KeyAttributes)
        {
            if (!row.Attributes.ContainsKey(key.Key))
            {
                row.Attributes[key.Key] = key.Value;
            }
        }

        row.KeyAttributes.Clear();
    }
}
