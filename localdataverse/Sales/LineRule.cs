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
/// Platform logic of a document's lines: amounts of the line, then the sums on the header, once a request. The sums
/// are carried forward on the header, so that a line costs the same whatever the document holds already.
/// </summary>
internal abstract class LineRule : TableRule
{
    private static readonly string[] HeaderColumns =
    [
        SalesColumns.State, SalesColumns.PriceLevel, SalesColumns.Currency, SalesColumns.IsPriceLocked,
        SalesColumns.LineTotal, SalesColumns.LineDiscountTotal, SalesColumns.TaxTotal, SalesColumns.PricingError,
        SalesColumns.Owner, "owninguser", "owningbusinessunit",
    ];

    private static readonly string[] Owners = [SalesColumns.Owner, "owninguser", "owningbusinessunit"];

    private readonly DocumentKind _kind;

    protected LineRule(DocumentKind kind) => _kind = kind;

    public override string Table => _kind.LineTable;

    public override void BeforeCreate(Operation operation, Entity row)
    {
        RefuseSkipping(row);
        Entity header = EditableHeader(operation, row);
        Inherit(operation, row, header);
        bool locked = header.IsTrue(SalesColumns.IsPriceLocked) && row.Contains(SalesColumns.Price);
        LinePricing.Price(operation, row, row, header, mayReadList: !locked);
    }

    public override void AfterCreate(Operation operation, Entity row)
    {
        LineBatch batch = operation.Unit.Note<SalesWork>().BatchOf(operation);
        batch.Add(row.Reference(_kind.ParentColumn), LineSums.OfLine(row));
        Finish(operation, batch, row);
    }

    public override void BeforeUpdate(Operation operation, Entity changes, Entity before)
    {
        RefuseSkipping(changes);
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
        batch.Add(before.Reference(_kind.ParentColumn), default(LineSums) - LineSums.OfLine(before));
        batch.Add(line.Reference(_kind.ParentColumn), LineSums.OfLine(line));
        Finish(operation, batch, line);
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
            LineBatch batch = operation.Unit.Note<SalesWork>().BatchOf(operation);
            batch.Add(before.Reference(_kind.ParentColumn), default(LineSums) - LineSums.OfLine(before));
            Finish(operation, batch, null);
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

    private static void RefuseSkipping(Entity row)
    {
        if (row.Choice(SalesColumns.SkipCalculation) is not null and not 0)
        {
            throw SalesErrors.NotSupported(SalesColumns.SkipCalculation);
        }
    }

    /// <summary>A line is in the currency and in the hands of its document; its name is that of the product.</summary>
    private void Inherit(Operation operation, Entity row, Entity header)
    {
        Table lines = operation.Tables.Get(_kind.LineTable);
        row[SalesColumns.Currency] = header.GetAttributeValue<EntityReference>(SalesColumns.Currency)
            ?? new EntityReference("transactioncurrency", operation.Engine.Identity.BaseCurrencyId);
        foreach (string column in Owners.Where(column => lines.Find(column) is not null && header.Contains(column)))
        {
            row[column] = header[column];
        }

        string? name = row.IsTrue(SalesColumns.IsWriteIn) || row.Reference(SalesColumns.Product) is not Guid product
            ? row.GetAttributeValue<string>(SalesColumns.ProductDescription)
            : operation.Session.NameOf(operation.Tables.Get("product"), product);
        foreach (string column in new[] { "productname", _kind.LineTable + "name" })
        {
            if (name is not null && lines.Find(column) is { } known && !row.Contains(column))
            {
                row[column] = name.Length <= known.MaxLength ? name : name[..known.MaxLength!.Value];
            }
        }
    }

    private Entity ReadHeader(Operation operation, Guid id)
    {
        Table table = operation.Tables.Get(_kind.Table);
        string[] columns = [.. HeaderColumns.Where(column => table.Find(column) is not null)];
        return operation.Session.Find(table, id, new ColumnSet(columns)) ?? throw SalesErrors.NotFound(_kind.Table, id);
    }

    /// <summary>After the last row of the request the headers are written, each once.</summary>
    private void Finish(Operation operation, LineBatch batch, Entity? line)
    {
        batch.HasError |= line?.Choice(SalesColumns.PricingError) is not null and not 0;
        if (++batch.Written < operation.Rows.Length)
        {
            return;
        }

        SalesWork work = operation.Unit.Note<SalesWork>();
        work.Finish(operation);
        foreach (KeyValuePair<Guid, LineSums> change in batch.Changes)
        {
            WriteHeader(operation, work, change.Key, batch);
        }
    }

    private void WriteHeader(Operation operation, SalesWork work, Guid id, LineBatch batch)
    {
        // Nothing ran since the header was read, unless the update of another header did.
        Entity before = batch.Changes.Count == 1 && batch.Headers.TryGetValue(id, out Entity? known)
            ? known
            : ReadHeader(operation, id);
        bool hadError = before.Choice(SalesColumns.PricingError) == (int)PricingError.DetailError;
        if (batch.Changes[id] == default && batch.HasError == hadError)
        {
            return;
        }

        Entity header = new(_kind.Table, id);
        LineSums sums = LineSums.OfHeader(before) + batch.Changes[id];
        sums.WriteTo(header);
        bool hasError = batch.HasError || (hadError && HasFaultyLine(operation, id));
        if (hasError != hadError)
        {
            header[SalesColumns.PricingError] =
                new OptionSetValue((int)(hasError ? PricingError.DetailError : PricingError.None));
        }

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

    private bool HasFaultyLine(Operation operation, Guid header)
    {
        Table table = operation.Tables.Get(_kind.LineTable);
        Source lines = new(table, "line") { Filter = new Filter() };
        lines.Columns.Add(new SelectColumn(lines, table.Find(table.PrimaryId)!));
        lines.Filter.Conditions.Add(new Condition(
            lines, table.Find(_kind.ParentColumn)!, ConditionOperator.Equal, [header]));
        lines.Filter.Conditions.Add(new Condition(
            lines, table.Find(SalesColumns.PricingError)!, ConditionOperator.GreaterThan, [0]));
        return operation.Session.Select(new SelectQuery(lines) { Top = 1 }, QueryContext.Neutral).Entities.Count > 0;
    }
}
