using System;
using System.Collections.Generic;
using System.Linq;
using CrmExtensions.Domain.Loyalty;
using CrmExtensions.Xrm.Schema;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmExtensions.Xrm.Stores;

/// <summary>Imports of opening balances.</summary>
internal sealed class ImportBatchStore
{
    public const int Posted = 1, Reversed = 2;

    private readonly IOrganizationService service;

    public ImportBatchStore(IOrganizationService service) => this.service = service;

    /// <summary>Null if there is no such row.</summary>
    public ImportBatchRow? Find(Guid id) => Query(ImportBatchRow.Columns.Id, id).FirstOrDefault();

    /// <summary>Of the same request in the same programme, those that were reversed included.</summary>
    public IReadOnlyList<ImportBatchRow> OfRequest(Guid programmeId, string requestId) =>
        Query(ImportBatchRow.Columns.Name, requestId).Where(row => row.ProgramId.Id == programmeId).ToArray();

    public void Create(ImportBatchRow row) => service.Create(row.Plain());

    public void MarkReversed(ImportBatchRow read) =>
        Versioned.Update(service, read, new ImportBatchRow { State = Reversed });

    /// <summary>Ids and members of the entries that an import has posted.</summary>
    public IReadOnlyList<LoyaltyEntry> EntriesOf(Guid batchId)
    {
        var query = new QueryExpression(LoyaltyEntry.Table) { ColumnSet = EntryRows.Columns() };
        query.Criteria.AddCondition(LoyaltyEntry.Columns.ImportBatchId, ConditionOperator.Equal, batchId);
        query.Criteria.AddCondition(
            LoyaltyEntry.Columns.Kind, ConditionOperator.Equal, Choice.First + (int)EntryKind.Opening);
        return service.RetrieveMultiple(query).Entities.Select(row => row.ToEntity<LoyaltyEntry>()).ToArray();
    }

    private IEnumerable<ImportBatchRow> Query(string column, object value)
    {
        var query = new QueryExpression(ImportBatchRow.Table)
        {
            ColumnSet = new ColumnSet(
                ImportBatchRow.Columns.Name, ImportBatchRow.Columns.ProgramId, ImportBatchRow.Columns.Rows,
                ImportBatchRow.Columns.Points, ImportBatchRow.Columns.State, ImportBatchRow.Columns.Checksum),
        };
        query.Criteria.AddCondition(column, ConditionOperator.Equal, value);
        return service.RetrieveMultiple(query).Entities.Select(row => row.ToEntity<ImportBatchRow>());
    }
}
