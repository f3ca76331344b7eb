using System.Collections.Generic;
using System.Linq;
using CrmExtensions.Xrm.Schema;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;

namespace CrmExtensions.Xrm.CrossSell;

/// <summary>
/// New and changed rows of one table, written together: at most one request for the new ones and one for the others.
/// A row that somebody has written since it was read refuses the whole.
/// </summary>
internal sealed class RowBatch
{
    private readonly IOrganizationService service;
    private readonly List<Entity> created = new List<Entity>();
    private readonly List<Entity> updated = new List<Entity>();

    public RowBatch(IOrganizationService service) => this.service = service;

    public void Create(Entity row) => created.Add(row.Plain());

    public void Update(Entity read, Entity changes)
    {
        var target = new Entity(read.LogicalName, read.Id) { RowVersion = read.RowVersion };
        target.Attributes.AddRange(changes.Attributes.Where(column => column.Key != read.LogicalName + "id"));
        updated.Add(target);
    }

    public void Write()
    {
        if (created.Count > 0) service.Execute(new CreateMultipleRequest { Targets = Rows(created) });
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
