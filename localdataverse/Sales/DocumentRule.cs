using System;
using System.Collections.Generic;
using System.Linq;
using Dataverse.Local.Messages.Rows;
using Dataverse.Local.Metadata;
using Dataverse.Local.Pipeline;
using Microsoft.Xrm.Sdk;

namespace Dataverse.Local.Sales;

/// <summary>
/// Platform logic of a document's header: totals follow from line sums, discounts and freight; a closed document is
/// read-only; a closing state is set by its own message only.
/// </summary>
internal abstract class DocumentRule : TableRule
{
    /// <summary>
    /// What may still change on a closed document: its state, its owner, what the platform itself keeps.
    /// </summary>
    private static readonly HashSet<string> OpenOnClosed = new(StringComparer.Ordinal)
    {
        SalesColumns.State, SalesColumns.Status, "ownerid", "owninguser", "owningteam", "owningbusinessunit",
        "modifiedon", "modifiedby", "modifiedonbehalfby", "datefulfilled", "versionnumber",
    };

    private readonly DocumentKind _kind;

    protected DocumentRule(DocumentKind kind) => _kind = kind;

    public override string Table => _kind.Table;

    public override void BeforeCreate(Operation operation, Entity row)
    {
        RefuseSkipping(row);
        SplitCustomer(operation, row);
        foreach (string column in Known(operation, SalesColumns.Computed))
        {
            row[column] = new Money(0m);
        }

        if (HasTotals(operation))
        {
            HeaderTotals.Write(row, row, Currencies.DecimalsOf(operation, row));
        }

        Currencies.RefuseOtherPriceList(operation, row);
    }

    public override void BeforeUpdate(Operation operation, Entity changes, Entity before)
    {
        RefuseSkipping(changes);
        SalesWork work = operation.Unit.Note<SalesWork>();
        RefuseClosing(work, changes, before);
        RefuseReadOnly(operation, changes, before);
        foreach (string column in SalesColumns.Computed)
        {
            changes.Attributes.Remove(column);
        }

        bool pricing = work.BeingPriced.TryGetValue(before.Id, out LineSums sums);
        if (pricing)
        {
            sums.WriteTo(changes);
        }

        bool affected = pricing || SalesColumns.HeaderInputs.Any(column => changes.Attributes.ContainsKey(column));
        if (affected && HasTotals(operation))
        {
            Entity merged = changes.Over(before);
            HeaderTotals.Write(changes, merged, Currencies.DecimalsOf(operation, merged));
        }

        if (changes.Attributes.ContainsKey(SalesColumns.PriceLevel))
        {
            Currencies.RefuseOtherPriceList(operation, changes.Over(before));
        }

        SplitCustomer(operation, changes);
    }

    /// <summary>Lines are in the hands of their document.</summary>
    public override void AfterUpdate(Operation operation, Entity changes, Entity before)
    {
        if (!changes.Attributes.ContainsKey(SalesColumns.Owner))
        {
            return;
        }

        Table lines = operation.Tables.Get(_kind.LineTable);
        AttributeCollection owner = [];
        foreach (string column in new[] { SalesColumns.Owner, "owninguser", "owningbusinessunit" })
        {
            if (lines.Find(column) is not null && changes.Attributes.TryGetValue(column, out object? value))
            {
                owner[column] = value;
            }
        }

        foreach (Guid line in ChildRows.Of(operation, lines, _kind.ParentColumn, before.Id))
        {
            operation.Session.Update(lines, line, owner);
        }
    }

    public override void BeforeDelete(Operation operation, Entity before) =>
        operation.Unit.Note<SalesWork>().BeingDeleted.Add(before.Id);

    public override void AfterDelete(Operation operation, Entity before) =>
        operation.Unit.Note<SalesWork>().BeingDeleted.Remove(before.Id);

    private void RefuseClosing(SalesWork work, Entity changes, Entity before)
    {
        bool closing = changes.Choice(SalesColumns.State) is int state
            && state != before.Choice(SalesColumns.State)
            && _kind.Closing.ContainsKey(state);
        if (closing && !work.BeingClosed.Contains(before.Id))
        {
            throw SalesErrors.UseMessage(_kind.Table, _kind.Closing[changes.Choice(SalesColumns.State)!.Value]);
        }
    }

    private void RefuseReadOnly(Operation operation, Entity changes, Entity before)
    {
        if (operation.Unit.Note<RunningCascades>().Moving.Contains(before.Id))
        {
            return;
        }

        int? state = before.Choice(SalesColumns.State);
        bool isClosed = state is int now && (_kind.Closing.ContainsKey(now) || IsClosedInvoice(now));
        if (isClosed && changes.Attributes.Keys.Any(column =>
            !OpenOnClosed.Contains(column) && column != _kind.ParentColumn))
        {
            throw SalesErrors.HeaderReadOnly();
        }
    }

    /// <summary>Invoices are paid (2) and cancelled (3) by a plain change of state, yet are read-only then.</summary>
    private bool IsClosedInvoice(int state) => _kind == DocumentKind.Invoice && state is 2 or 3;

    private static void RefuseSkipping(Entity row)
    {
        if (row.Choice(SalesColumns.SkipCalculation) is not null and not 0)
        {
            throw SalesErrors.NotSupported(SalesColumns.SkipCalculation);
        }
    }

    /// <summary>The customer, account or contact, stands in a column of its own kind as well.</summary>
    private void SplitCustomer(Operation operation, Entity row)
    {
        if (!row.Attributes.ContainsKey(SalesColumns.Customer))
        {
            return;
        }

        EntityReference? customer = row.GetAttributeValue<EntityReference>(SalesColumns.Customer);
        foreach (string kind in new[] { "account", "contact" })
        {
            if (operation.Tables.Get(_kind.Table).Find(kind + "id") is { ValidForCreate: false })
            {
                row[kind + "id"] = customer?.LogicalName == kind ? new EntityReference(kind, customer.Id) : null;
            }
        }
    }

    private bool HasTotals(Operation operation) => Known(operation, SalesColumns.Computed).Length
        == SalesColumns.Computed.Count;

    private string[] Known(Operation operation, IReadOnlyList<string> columns)
    {
        Table table = operation.Tables.Get(_kind.Table);
        return [.. columns.Where(column => table.Find(column) is not null)];
    }
}
