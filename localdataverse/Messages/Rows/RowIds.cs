using System;
using Dataverse.Local.Metadata;
using Dataverse.Local.Pipeline;
using Microsoft.Xrm.Sdk;

namespace Dataverse.Local.Messages.Rows;

/// <summary>The id of a new row: Id, the primary id column, or a new one; both places hold it afterwards.</summary>
internal static class RowIds
{
    public static void GiveId(Operation operation, Table table, Entity row)
    {
        Guid inColumn = row.Attributes.TryGetValue(table.PrimaryId, out object? value) && value is Guid given
            ? given
            : Guid.Empty;
        if (row.Id != Guid.Empty && inColumn != Guid.Empty && row.Id != inColumn)
        {
            throw Fault.Because(
                ErrorCodes.InvalidArgument,
                $"The row's Id {row.Id} and its column {table.PrimaryId} {inColumn} differ.");
        }

        Guid id = row.Id != Guid.Empty ? row.Id : inColumn;
        if (id == Guid.Empty)
        {
            id = operation.Engine.Ids.Next();
        }

        row.Id = id;
        row.Attributes[table.PrimaryId] = id;
    }
}
