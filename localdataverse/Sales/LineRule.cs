using System;
using System.Collections.Generic;
using System.Linq;
using Dataverse.Local.Metadata;
using Dataverse.Local.Pipeline;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;
using Microsoft.Xrm.Sdk.Query;

namespace Dataverse.Local.Sales;

/// <summary>
/// Platform logic of a document's lines: amounts of the line, then the sums on the header, once a request. The sums
/// are carried forward on the header, so that a line costs the same whatever the document holds already.
/// </summary>
internal abstract class LineRule : TableRule
{
    private static readonly string[] HeaderColumns =
    [
        SalesColumns.State, SalesColumns.PriceLevel, SalesColumns.Currency, SalesColumns.IsPriceLocked,
        SalesColumns.LineTotal, SalesColumns.LineDiscountTotal, SalesColumns.TaxTotal,
    ];

    private readonly DocumentKind _kind;

    protected LineRule(DocumentKind kind) => _kind = kind;

    public override string Table => _kind.LineTable;

    public override void BeforeCreate(Operation operation, Entity row)
    {
        Entity header = EditableHeader(operation, row);
        row[SalesColumns.Currency] = header.GetAttributeValue<EntityReference>(SalesColumns.Currency)
            ?? new EntityReference("transactioncurrency", operation.Engine.Identity.BaseCurrencyId);
        bool locked = header.IsTrue(SalesColumns.IsPriceLocked) && row.Contains(SalesColumns.Price);
        LinePricing.Price(operation, row, row, header, mayReadList: !locked);
    }

    public override void AfterCreate(Operation operation, Entity row) =>
        Carry(operation, row.Reference(_kind.ParentColumn), LineSums.OfLine(row));

    public override void BeforeUpdate(Operation operation, Entity changes, Entity before)
    {
        Entity line = changes.Over(before);
        Entity header = EditableHeader(operation, line);
        if (changes.Reference(_kind.ParentColumn) is not null)
        {
            EditableHeader(operation, before);
        }

        changes.Attributes.Remove(SalesColumns.BaseAmount);
        changes.Attributes.Remove(SalesColumns.ExtendedAmount);
        if (SalesColumns.LineInputs.Any(column => changes.Attributes.ContainsKey(column)))
        {
            LinePricing.Price(
                operation, changes, line, header, mayReadList: !header.IsTrue(SalesColumns.IsPriceLocked));
        }
    }

    public override void AfterUpdate(Operation operation, Entity changes, Entity before)
    {
        Entity line = changes.Over(before);
        LineBatch batch = operation.Unit.Note<SalesWork>().BatchOf(operation);
        Guid? from = before.Reference(_kind.ParentColumn);
        if (from is Guid header)
        {
            batch.Add(header, default(LineSums) - LineSums.OfLine(before));
        }

        Carry(operation, line.Reference(_kind.ParentColumn), LineSums.OfLine(line));
    }

    public override void BeforeDelete(Operation operation, Entity before)
    {
        if (!IsHeaderBeingDeleted(operation, before))
        {
            EditableHeader(operation, before);
        }
    }

    public override void AfterDelete(Operation operation, Entity before)
    {
        if (!IsHeaderBeingDeleted(operation, before))
        {
            Carry(operation, before.Reference(_kind.ParentColumn), default(LineSums) - LineSums.OfLine(before));
        }
    }

    private bool IsHeaderBeingDeleted(Operation operation, Entity line) =>
        line.Reference(_kind.ParentColumn) is Guid header
        && operation.Unit.Note<SalesWork>().BeingDeleted.Contains(header);

    private Entity EditableHeader(Operation operation, Entity line)
    {
        Guid id = line.Reference(_kind.ParentColumn) ?? throw SalesErrors.MissingParent(_kind.ParentColumn);
        Dictionary<Guid, Entity> headers = operation.Unit.Note<SalesWork>().BatchOf(operation).Headers;
        if (!headers.TryGetValue(id, out Entity? header))
        {
            headers.Add(id, header = ReadHeader(operation, id));
        }

        return (header.Choice(SalesColumns.State) ?? _kind.EditableState) == _kind.EditableState
            ? header
            : throw SalesErrors.ParentNotEditable();
    }

    private Entity ReadHeader(Operation operation, Guid id)
    {
        Table table = operation.Tables.Get(_kind.Table);
        string[] columns = [.. HeaderColumns.Where(column => table.Find(column) is not null)];
        return operation.Session.Find(table, id, new ColumnSet(columns))
            ?? throw Fault.Because(
                ErrorCodes.ObjectDoesNotExist, $"Entity '{_kind.Table}' With Id = {id} Does Not Exist");
    }

    /// <summary>Notes what the row adds; with the last row of the request the headers are written.</summary>
    private void Carry(Operation operation, Guid? header, LineSums sums)
    {
        SalesWork work = operation.Unit.Note<SalesWork>();
        LineBatch batch = work.BatchOf(operation);
        if (header is Guid id)
        {
            batch.Add(id, sums);
        }

        if (++batch.Written >= operation.Rows.Length)
        {
            work.Finish(operation);
            foreach (KeyValuePair<Guid, LineSums> change in batch.Changes)
            {
                WriteSums(operation, work, change.Key, change.Value);
            }
        }
    }

    private void WriteSums(Operation operation, SalesWork work, Guid id, LineSums change)
    {
        if (change == default)
        {
            return;
        }

        Entity header = new(_kind.Table, id);
        LineSums sums = LineSums.OfHeader(ReadHeader(operation, id)) + change;
        sums.WriteTo(header);
        work.BeingPriced[id] = sums;
        try
        {
            operation.Execute(new UpdateRequest { Target = header });
        }
        finally
        {
            work.BeingPriced.Remove(id);
        }
    }
}
