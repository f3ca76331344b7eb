using System.Collections.Generic;
using System.Linq;
using CrmExtensions.Xrm.Schema;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;

namespace CrmExtensions.Xrm.Stores;

/// <summary>
/// New and changed rows of one table, written together: at most one request for the new ones, one for the others, and
/// one for those of which only the key is known. A row that somebody has written since it was read refuses the whole.
/// </summary>
internal sealed class RowBatch
{
    private readonly IOrganizationService service;
    private readonly List<Entity> created = new List<Entity>();
    private readonly List<Entity> updated = new List<Entity>();
    private readonly List<Entity> upserted = new List<Entity>();

    public RowBatch(IOrganizationService service) => this.service = service;

    public void Create(Entity row) => created.Add(row.Plain());

    public void Update(Entity read, Entity changes)
    {
        var target = new Entity(read.LogicalName, read.Id) { RowVersion = read.RowVersion };
        target.Attributes.AddRange(changes.Attributes.Where(column => column.Key != read.LogicalName + "id"));
        updated.Add(target);
    }

    /// <summary>
    /// Without reading the row first. Of two writers the later one stays, so everything in the row has to follow from
    /// what can be read again.
    /// </summary>
    /// <param name="row">With its key.</param>
    /// <param name="keyColumn">Column of an alternate key.</param>
    public void Upsert(Entity row, string keyColumn)
    {
        var target = new Entity(row.LogicalName) { KeyAttributes = { [keyColumn] = row[keyColumn] } };
        target.Attributes.AddRange(row.Attributes.Where(column => column.Key != keyColumn));
        upserted.Add(target);
    }

    public void Write()
    {
        if (created.Count > 0) service.Execute(new CreateMultipleRequest { Targets = Rows(created) });
        if (upserted.Count > 0) service.Execute(new UpsertMultipleRequest { Targets = Rows(upserted) });
        if (updated.Count == 0) return;
        service.Execute(new UpdateMultipleRequest
        {
            Targets = Rows(updated),
            ConcurrencyBehavior = ConcurrencyBehavior.IfRowVersionMatches,
        });
    }

    private static EntityCollection Rows(List<Entity> rows) =>
        new EntityCollection(rows) { EntityName = rows[0].LogicalName };
}
