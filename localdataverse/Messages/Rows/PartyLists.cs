using System;
using System.Collections.Generic;
using System.Linq;
using Dataverse.Local.Metadata;
using Dataverse.Local.Pipeline;
using Dataverse.Local.Query;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Dataverse.Local.Messages.Rows;

/// <summary>
/// The party lists of activities (to, from, required attendees ...): in a row a collection of activityparty, in the
/// database rows of that table. Writing a list replaces it.
/// </summary>
internal static class PartyLists
{
    private const string Parties = "activityparty";
    private const string Mask = "participationtypemask";

    /// <summary>0x80043504: neither a row nor an address.</summary>
    private const int PartyMissing = unchecked((int)0x80043504);

    private static readonly Dictionary<string, int> Masks = new(StringComparer.Ordinal)
    {
        ["from"] = 1,
        ["to"] = 2,
        ["cc"] = 3,
        ["bcc"] = 4,
        ["requiredattendees"] = 5,
        ["optionalattendees"] = 6,
        ["organizer"] = 7,
        ["resources"] = 10,
        ["customers"] = 11,
    };

    public static bool IsList(Column column) =>
        column.Type == ColumnType.Virtual && column.Format == "partylist" && Masks.ContainsKey(column.LogicalName);

    public static void Write(Operation operation, Table activity, Entity row)
    {
        foreach (Column column in activity.OrderedColumns.Where(IsList))
        {
            if (row.Attributes.TryGetValue(column.LogicalName, out object? value))
            {
                Replace(operation, row.ToEntityReference(), column, value);
            }
        }
    }

    /// <summary>Adds the lists that are asked for; an empty one is left out as a null is.</summary>
    public static void Read(Operation operation, Table activity, ColumnSet columns, Entity row)
    {
        if (!activity.IsActivity)
        {
            return;
        }

        Column[] lists = activity.OrderedColumns
            .Where(column => IsList(column) && (columns.AllColumns || columns.Columns.Contains(column.LogicalName)))
            .ToArray();
        if (lists.Length == 0)
        {
            return;
        }

        ILookup<int, Entity> parties = Of(operation, row.Id)
            .ToLookup(party => party.GetAttributeValue<OptionSetValue>(Mask)?.Value ?? 0);
        foreach (Column list in lists.Where(list => parties.Contains(Masks[list.LogicalName])))
        {
            row[list.LogicalName] =
                new EntityCollection(parties[Masks[list.LogicalName]].ToList()) { EntityName = Parties };
        }
    }

    /// <summary>The same for the rows of a query; aggregates have no rows of their own.</summary>
    public static void Read(Operation operation, SelectQuery query, EntityCollection rows)
    {
        Table table = query.Root.Table;
        if (!table.IsActivity || query.IsAggregate)
        {
            return;
        }

        string[] lists = query.Root.Columns.Select(selected => selected.Column).Where(IsList)
            .Select(column => column.LogicalName).ToArray();
        if (lists.Length == 0)
        {
            return;
        }

        foreach (Entity row in rows.Entities)
        {
            Read(operation, table, new ColumnSet(lists), row);
        }
    }

    private static void Replace(Operation operation, EntityReference activity, Column column, object? value)
    {
        if (value is not null and not EntityCollection)
        {
            throw Fault.Because(
                ErrorCodes.InvalidArgument,
                $"The column '{column.LogicalName}' of '{activity.LogicalName}' takes a collection of activityparty "
                    + $"rows, not {value.GetType().Name}.");
        }

        Table table = operation.Tables.Get(Parties);
        int mask = Masks[column.LogicalName];
        foreach (Entity party in Of(operation, activity.Id).ToArray())
        {
            if (party.GetAttributeValue<OptionSetValue>(Mask)?.Value == mask)
            {
                operation.Session.Delete(table, party.Id);
            }
        }

        foreach (Entity given in (value as EntityCollection ?? new EntityCollection()).Entities)
        {
            operation.Session.Insert(table, New(operation, table, given, activity, mask));
        }
    }

    private static Entity New(Operation operation, Table table, Entity given, EntityReference activity, int mask)
    {
        if (given.LogicalName != Parties)
        {
            throw Fault.Because(
                ErrorCodes.InvalidArgument, $"A party list takes rows of activityparty, not of '{given.LogicalName}'.");
        }

        Entity party = new(Parties, operation.Engine.Ids.Next());
        foreach (KeyValuePair<string, object> value in given.Attributes)
        {
            party[value.Key] = value.Value;
        }

        ColumnChecks.Check(operation, table, party.Attributes);
        party[table.PrimaryId] = party.Id;
        party["activityid"] = activity;
        party[Mask] = new OptionSetValue(mask);
        if (party.GetAttributeValue<EntityReference>("partyid") is EntityReference who)
        {
            party["partyidname"] = operation.Session.NameOf(operation.Tables.Get(who.LogicalName), who.Id);
        }
        else if (string.IsNullOrEmpty(party.GetAttributeValue<string>("addressused")))
        {
            throw Fault.Because(PartyMissing, "Activity party object Id or type is missing");
        }

        return party;
    }

    /// <summary>In the order in which they were added: ids rise.</summary>
    private static IEnumerable<Entity> Of(Operation operation, Guid activity)
    {
        Table table = operation.Tables.Get(Parties);
        Source root = new(table, Parties);
        root.Columns.AddRange(table.OrderedColumns.Where(column => column.IsStored)
            .Select(column => new SelectColumn(root, column)));
        root.Filter = new Filter();
        root.Filter.Conditions.Add(
            new Condition(root, table.Find("activityid")!, ConditionOperator.Equal, [activity]));
        return operation.Session.Select(new SelectQuery(root) { Top = int.MaxValue }, QueryContext.Neutral).Entities;
    }
}
