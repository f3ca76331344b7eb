using System;
using System.Collections.Generic;
using Dataverse.Local.Metadata;
using Dataverse.Local.Pipeline;
using Microsoft.Xrm.Sdk;
using Relationship = Dataverse.Local.Metadata.Relationship;

namespace Dataverse.Local.Messages.Rows;

/// <summary>
/// What an activity has besides its own row: a row of activitypointer with the same id, through which activities of all
/// kinds are read together, and one of activityparty for everybody in its party lists.
/// </summary>
internal static class ActivityRows
{
    public const string Pointer = "activitypointer";

    /// <summary>Pointers follow their activity: no cascade, no merge and no client writes them.</summary>
    public static bool IsOfPointer(Relationship relationship) => relationship.ReferencingTable == Pointer;

    /// <summary>Before the row is stored: it says what kind of activity it is.</summary>
    public static void Complete(Table table, Entity row)
    {
        if (table.IsActivity && table.Find("activitytypecode") is not null)
        {
            row["activitytypecode"] = table.LogicalName;
        }
    }

    public static void Created(Operation operation, Table table, Entity row)
    {
        if (!table.IsActivity)
        {
            return;
        }

        PartyLists.Write(operation, table, row);
        Table pointers = operation.Tables.Get(Pointer);
        Entity pointer = new(Pointer, row.Id);
        foreach (KeyValuePair<string, object> value in Common(pointers, row))
        {
            pointer[value.Key] = value.Value;
        }

        pointer[pointers.PrimaryId] = row.Id;
        operation.Session.Insert(pointers, pointer);
    }

    public static void Changed(Operation operation, Table table, Entity changes)
    {
        if (!table.IsActivity)
        {
            return;
        }

        PartyLists.Write(operation, table, changes);
        Table pointers = operation.Tables.Get(Pointer);
        operation.Session.Update(pointers, changes.Id, Common(pointers, changes));
    }

    public static void Deleted(Operation operation, Table table, Guid id)
    {
        if (table.IsActivity)
        {
            operation.Session.Delete(operation.Tables.Get(Pointer), id);
        }
    }

    private static AttributeCollection Common(Table pointers, Entity row)
    {
        AttributeCollection common = [];
        foreach (KeyValuePair<string, object> value in row.Attributes)
        {
            if (value.Key != pointers.PrimaryId && pointers.Find(value.Key) is { IsStored: true } column
                && column.LogicalName != "versionnumber")
            {
                common[value.Key] = Shortened(column, value.Value)!;
            }
        }

        return common;
    }

    private static object? Shortened(Column column, object? value) =>
        value is string text && column.MaxLength is int longest && text.Length > longest ? text[..longest] : value;
}
