using System;
using System.Collections.Generic;
using System.Linq;
using Dataverse.Local.Metadata;
using Dataverse.Local.Pipeline;
using Dataverse.Local.Query;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;
using Microsoft.Xrm.Sdk.Query;

namespace Dataverse.Local.Sales;

/// <summary>
/// Makes the next document of a sale from the one before: header and lines with what both tables have in common.
/// Prices of the copy are locked at what they were, amounts are computed anew. A revision of a quote keeps its number,
/// and its lines ask the price list again, as those of any draft.
/// </summary>
internal sealed class DocumentCopy
{
    private static readonly HashSet<string> NotCopied = new(StringComparer.Ordinal)
    {
        SalesColumns.State, SalesColumns.Status, SalesColumns.PricingError, SalesColumns.BaseAmount,
        SalesColumns.ExtendedAmount, SalesColumns.IsPriceLocked,
        "createdon", "createdby", "modifiedon", "modifiedby", "createdonbehalfby", "modifiedonbehalfby",
        "versionnumber", "exchangerate", "owninguser", "owningteam", "owningbusinessunit", "overriddencreatedon",
        "importsequencenumber", "ordernumber", "quotenumber", "invoicenumber", "datefulfilled", "datedelivered",
        SalesColumns.Revision,
    };

    private readonly DocumentKind _from;
    private readonly DocumentKind _to;
    private readonly Operation _operation;

    public DocumentCopy(DocumentKind from, DocumentKind to, Operation operation)
    {
        _from = from;
        _to = to;
        _operation = operation;
    }

    /// <summary>Creates the copy and returns its id.</summary>
    public Guid Make(Guid source)
    {
        Entity original = Original(source);
        Entity header = Common(original, _to.Table);
        header[_from.ParentColumn] = new EntityReference(_from.Table, source);
        if (_from == _to && _to.NumberColumn is string number)
        {
            header[number] = original[number];
        }

        Entity known = Only(header, _to.Table);
        known.Attributes.Remove(_to.ParentColumn);
        Guid id = ((CreateResponse)_operation.Execute(new CreateRequest { Target = known })).id;
        CopyLines(source, id);
        Lock(id);
        return id;
    }

    private Entity Original(Guid id) =>
        _operation.Session.Find(_operation.Tables.Get(_from.Table), id, new ColumnSet(true))
            ?? throw Fault.Because(
                ErrorCodes.ObjectDoesNotExist, $"Entity '{_from.Table}' With Id = {id} Does Not Exist");

    private void CopyLines(Guid source, Guid id)
    {
        EntityCollection copies = new() { EntityName = _to.LineTable };
        foreach (Entity line in Lines(source))
        {
            Entity copy = Common(line, _to.LineTable);
            copy.Attributes.Remove(_from.ParentColumn);
            copy[_to.ParentColumn] = new EntityReference(_to.Table, id);
            if (_from != _to && LinePricing.UsesList(line) && line.Choice(SalesColumns.PricingError) is null or 0)
            {
                // The price is what it was, whatever the list says by now.
                copy[SalesColumns.IsPriceOverridden] = true;
            }

            copies.Entities.Add(Only(copy, _to.LineTable));
        }

        if (copies.Entities.Count > 0)
        {
            _operation.Execute(new CreateMultipleRequest { Targets = copies });
        }
    }

    private void Lock(Guid id)
    {
        Table table = _operation.Tables.Get(_to.Table);
        if (table.Find(SalesColumns.IsPriceLocked) is not null)
        {
            AttributeCollection locked = new() { [SalesColumns.IsPriceLocked] = true };
            _operation.Session.Update(table, id, locked);
        }
    }

    private IEnumerable<Entity> Lines(Guid source)
    {
        Table table = _operation.Tables.Get(_from.LineTable);
        Source lines = new(table, "line") { Filter = new Filter() };
        lines.Columns.AddRange(table.OrderedColumns.Where(column => column.IsStored)
            .Select(column => new SelectColumn(lines, column)));
        lines.Filter.Conditions.Add(new Condition(
            lines, table.Find(_from.ParentColumn)!, ConditionOperator.Equal, [source]));
        return _operation.Session.Select(new SelectQuery(lines) { Top = int.MaxValue }, QueryContext.Neutral).Entities;
    }

    private Entity Common(Entity original, string table)
    {
        Entity copy = new(table);
        string primaryId = _operation.Tables.Get(original.LogicalName).PrimaryId;
        foreach (KeyValuePair<string, object> value in original.Attributes)
        {
            bool isOwn = value.Key == primaryId || NotCopied.Contains(value.Key)
                || SalesColumns.Computed.Contains(value.Key)
                || value.Key.EndsWith("_base", StringComparison.Ordinal);
            if (!isOwn)
            {
                copy[value.Key] = value.Value;
            }
        }

        return copy;
    }

    private Entity Only(Entity row, string name)
    {
        Table table = _operation.Tables.Get(name);
        foreach (string column in row.Attributes.Keys.Where(key => table.Find(key) is not { ValidForCreate: true })
            .ToArray())
        {
            row.Attributes.Remove(column);
        }

        return row;
    }
}
