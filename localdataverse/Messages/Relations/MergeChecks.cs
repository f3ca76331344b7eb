using System;
using System.Collections.Generic;
using System.Linq;
using Dataverse.Local.Messages.Rows;
using Dataverse.Local.Metadata;
using Dataverse.Local.Pipeline;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using Relationship = Dataverse.Local.Metadata.Relationship;

namespace Dataverse.Local.Messages.Relations;

/// <summary>What two rows must be like to be merged, with the platform's codes and texts.</summary>
internal static class MergeChecks
{
    private const int CyclicalParenting = unchecked((int)0x80045300);
    private const int ActiveQuote = unchecked((int)0x80045302);
    private const int EntityNotActive = unchecked((int)0x80045304);
    private const int EntitiesIdentical = unchecked((int)0x80045305);
    private const int DifferentlyParented = unchecked((int)0x80045316);
    private const int LossOfParenting = unchecked((int)0x80045317);

    private const int ActiveQuoteState = 1;
    private const int DeepestHierarchy = 1000;

    /// <summary>The column that makes a row of the table somebody's child.</summary>
    private static readonly Dictionary<string, string> Parents = new(StringComparer.Ordinal)
    {
        ["account"] = "parentaccountid",
        ["contact"] = "parentcustomerid",
        ["lead"] = "parentaccountid",
    };

    public static void Run(Operation operation, EntityReference master, EntityReference subordinate, bool parenting)
    {
        Table table = operation.Tables.Get(master.LogicalName);
        if (table.Find("masterid") is null || table.Find("merged") is null)
        {
            throw Fault.Because(
                ErrorCodes.EntityDoesNotSupportMessage,
                $"This type: {table.LogicalName} is not supported with merge operation");
        }

        if (master.Id == subordinate.Id)
        {
            throw Fault.Because(
                EntitiesIdentical, "Merge cannot be performed on master and sub-entities that are identical.");
        }

        Entity kept = Read(operation, table, master.Id);
        Entity merged = Read(operation, table, subordinate.Id);
        RequireActive(kept, "master entity");
        RequireActive(merged, "sub-entity");
        RefuseActiveQuotes(operation, table, subordinate.Id);
        if (Parents.TryGetValue(table.LogicalName, out string? parent) && table.Find(parent) is not null)
        {
            RefuseCircle(operation, table, kept, subordinate.Id);
            if (parenting)
            {
                RequireSameParent(kept, merged, parent);
            }
        }
    }

    private static Entity Read(Operation operation, Table table, Guid id)
    {
        ColumnSet columns = new("statecode");
        if (Parents.TryGetValue(table.LogicalName, out string? parent) && table.Find(parent) is not null)
        {
            columns.AddColumn(parent);
        }

        return operation.Session.Find(table, id, columns) ?? throw RowWriter.NotFound(table.LogicalName, id);
    }

    private static void RequireActive(Entity row, string which)
    {
        if (row.GetAttributeValue<OptionSetValue>("statecode")?.Value is not null and not 0)
        {
            throw Fault.Because(EntityNotActive, $"{which}:{row.LogicalName}-{row.Id} is deactive");
        }
    }

    private static void RefuseActiveQuotes(Operation operation, Table table, Guid subordinate)
    {
        foreach (Relationship relationship in operation.Tables.ChildrenOf(table.LogicalName))
        {
            if (relationship is not { ReferencingTable: "quote", ReferencingColumn: "customerid" })
            {
                continue;
            }

            Table quotes = operation.Tables.Get("quote");
            bool hasActive = ChildRows.Of(operation, relationship, subordinate)
                .Select(id => operation.Session.Find(quotes, id, new ColumnSet("statecode")))
                .Any(quote => quote?.GetAttributeValue<OptionSetValue>("statecode")?.Value == ActiveQuoteState);
            if (hasActive)
            {
                throw Fault.Because(ActiveQuote, "Merge cannot be performed on sub-entity that has active quote.");
            }
        }
    }

    /// <summary>A master below its subordinate would become its own parent.</summary>
    private static void RefuseCircle(Operation operation, Table table, Entity master, Guid subordinate)
    {
        string column = Parents[table.LogicalName];
        Entity? row = master;
        for (int level = 0; level < DeepestHierarchy && row is not null; level++)
        {
            EntityReference? parent = row.GetAttributeValue<EntityReference>(column);
            if (parent is null || parent.LogicalName != table.LogicalName)
            {
                return;
            }

            if (parent.Id == subordinate)
            {
                throw Fault.Because(CyclicalParenting, "Merge could create cyclical parenting.");
            }

            row = operation.Session.Find(table, parent.Id, new ColumnSet(column));
        }
    }

    private static void RequireSameParent(Entity master, Entity subordinate, string column)
    {
        EntityReference? kept = master.GetAttributeValue<EntityReference>(column);
        EntityReference? lost = subordinate.GetAttributeValue<EntityReference>(column);
        if (kept is null && lost is not null)
        {
            throw Fault.Because(LossOfParenting, "Merge warning: sub-entity might lose parenting");
        }

        if (kept?.Id != lost?.Id)
        {
            throw Fault.Because(DifferentlyParented, "Merge warning: sub-entity will be differently parented.");
        }
    }
}
