using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.Xrm.Sdk.Messages;

namespace Microsoft.Xrm.Sdk.Client;

/// <summary>The requests that save what a context tracks: rows first, then links, deletions last.</summary>
internal sealed class ChangeSet
{
    private readonly IReadOnlyList<Entity> _rows;
    private readonly IReadOnlyList<TrackedLink> _links;
    private readonly ISet<Entity> _deleted;
    private readonly ConcurrencyBehavior _concurrency;

    public ChangeSet(
        IEnumerable<Entity> rows,
        IEnumerable<TrackedLink> links,
        IEnumerable<Entity> deleted,
        ConcurrencyBehavior concurrency)
    {
        _rows = rows.ToArray();
        _links = links.ToArray();
        _deleted = new HashSet<Entity>(deleted);
        _concurrency = concurrency;
    }

    /// <summary>Lazy, so that a link finds the id that the creation before it brought.</summary>
    public void Run(Func<OrganizationRequest, OrganizationResponse> execute)
    {
        foreach (var row in _rows.Where(row => !_deleted.Contains(row) && IsRoot(row)))
            Save(row, execute);
        foreach (var link in _links.Where(link => link.IsAdded && !link.IsDeepInsert))
            execute(Associate(link));
        foreach (var link in _links.Where(link => link.IsDeleted))
            execute(Disassociate(link));
        foreach (var row in _rows.Where(_deleted.Contains))
            execute(Delete(row));
    }

    private void Save(Entity row, Func<OrganizationRequest, OrganizationResponse> execute)
    {
        if (row.EntityState == EntityState.Created)
        {
            if (execute(new CreateRequest { Target = WithRelated(row) }) is CreateResponse created)
                row.Id = created.id;
        }
        else if (row.EntityState == EntityState.Changed || HasNewRelated(row))
        {
            execute(Update(row));
        }
    }

    private bool IsRoot(Entity row) =>
        row.EntityState != EntityState.Created || !_links.Any(link => link.Target == row && link.IsDeepInsert);

    private bool HasNewRelated(Entity row) => _links.Any(link => link.Source == row && link.IsDeepInsert);

    private Entity WithRelated(Entity row)
    {
        var copy = row.ToEntity<Entity>();
        copy.RelatedEntities = new RelatedEntityCollection();
        var related = _links.Where(link => link.Source == row && link.IsDeepInsert).GroupBy(link => link.Relationship);
        foreach (var group in related)
            copy.RelatedEntities.Add(
                group.Key,
                new EntityCollection(group.Select(link => WithRelated(link.Target)).ToList()));
        return copy;
    }

    private UpdateRequest Update(Entity row)
    {
        var request = new UpdateRequest { Target = WithRelated(row) };
        if (_concurrency != ConcurrencyBehavior.Default)
            request.ConcurrencyBehavior = _concurrency;
        return request;
    }

    private DeleteRequest Delete(Entity row)
    {
        var request = new DeleteRequest { Target = row.ToEntityReference() };
        if (_concurrency != ConcurrencyBehavior.Default)
            request.ConcurrencyBehavior = _concurrency;
        return request;
    }

    private static AssociateRequest Associate(TrackedLink link) => new AssociateRequest
    {
        Target = link.Source.ToEntityReference(),
        Relationship = link.Relationship,
        RelatedEntities = new EntityReferenceCollection { link.Target.ToEntityReference() },
    };

    private static DisassociateRequest Disassociate(TrackedLink link) => new DisassociateRequest
    {
        Target = link.Source.ToEntityReference(),
        Relationship = link.Relationship,
        RelatedEntities = new EntityReferenceCollection { link.Target.ToEntityReference() },
    };
}
