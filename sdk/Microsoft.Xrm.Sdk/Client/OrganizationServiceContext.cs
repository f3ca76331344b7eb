using System;
using System.Collections.Generic;
using System.Linq;

namespace Microsoft.Xrm.Sdk.Client;

/// <summary>
/// Collects changes and saves them at once; afterwards it tracks nothing. Without the query provider: rows come from
/// the service and are attached by hand.
/// </summary>
public class OrganizationServiceContext : IDisposable
{
    private readonly IOrganizationService _service;
    private readonly List<Entity> _rows = new List<Entity>();
    private readonly List<TrackedLink> _links = new List<TrackedLink>();
    private readonly HashSet<Entity> _deleted = new HashSet<Entity>();

    public OrganizationServiceContext(IOrganizationService service)
    {
        _service = service ?? throw new ArgumentNullException(nameof(service));
    }

    ~OrganizationServiceContext()
    {
        Dispose(false);
    }

    public ConcurrencyBehavior ConcurrencyBehavior { get; set; }

    public MergeOption MergeOption { get; set; }

    public SaveChangesOptions SaveChangesDefaultOptions { get; set; }

    /// <summary>Starts tracking an existing row, alone: what it is related to is not tracked.</summary>
    public void Attach(Entity entity) => Track(entity, EntityState.Unchanged);

    /// <summary>Starts tracking a row that saving will create.</summary>
    public void AddObject(Entity entity) => Track(entity, EntityState.Created);

    public void UpdateObject(Entity entity) => UpdateObject(entity, false);

    public void UpdateObject(Entity entity, bool recursive)
    {
        foreach (var row in Reach(entity, recursive))
        {
            if (row.EntityState != EntityState.Created)
                row.EntityState = EntityState.Changed;
        }
    }

    public void DeleteObject(Entity entity) => DeleteObject(entity, false);

    /// <summary>A row that was never saved is only forgotten.</summary>
    public void DeleteObject(Entity entity, bool recursive)
    {
        foreach (var row in Reach(entity, recursive))
        {
            if (row.EntityState == EntityState.Created)
                Forget(row);
            else
                _deleted.Add(row);
        }
    }

    public bool Detach(Entity entity) => Detach(entity, false);

    public bool Detach(Entity entity, bool recursive)
    {
        if (!IsAttached(entity))
            return false;
        foreach (var row in Reach(entity, recursive))
            Forget(row);
        return true;
    }

    public IEnumerable<Entity> GetAttachedEntities() => _rows.ToArray();

    public bool IsAttached(Entity entity) => _rows.Contains(entity);

    public bool IsAttached(Entity source, Relationship relationship, Entity target) =>
        Find(source, relationship, target) != null;

    public bool IsDeleted(Entity entity) => _deleted.Contains(entity);

    public bool IsDeleted(Entity source, Relationship relationship, Entity target) =>
        Find(source, relationship, target)?.IsDeleted == true;

    public void AttachLink(Entity source, Relationship relationship, Entity target) =>
        Track(source, relationship, target);

    public void AddLink(Entity source, Relationship relationship, Entity target) =>
        Track(source, relationship, target).IsAdded = true;

    /// <summary>The new row is created by the same request that saves its source.</summary>
    public void AddRelatedObject(Entity source, Relationship relationship, Entity target)
    {
        AssertTracked(source);
        AddObject(target);
        AddLink(source, relationship, target);
    }

    public void DeleteLink(Entity source, Relationship relationship, Entity target)
    {
        var link = Find(source, relationship, target) ?? Track(source, relationship, target);
        if (link.IsAdded)
            Forget(link);
        else
            link.IsDeleted = true;
    }

    public bool DetachLink(Entity source, Relationship relationship, Entity target)
    {
        var link = Find(source, relationship, target);
        if (link == null)
            return false;
        Forget(link);
        return true;
    }

    public void ClearChanges()
    {
        foreach (var row in _rows.ToArray())
            Forget(row);
    }

    public OrganizationResponse Execute(OrganizationRequest request)
    {
        OnExecuting(request);
        try
        {
            var response = _service.Execute(request);
            OnExecute(request, response);
            return response;
        }
        catch (Exception failure)
        {
            OnExecute(request, failure);
            throw;
        }
    }

    public SaveChangesResultCollection SaveChanges() => SaveChanges(SaveChangesDefaultOptions);

    /// <summary>The first error stops it, unless the options say otherwise; then everything stays tracked.</summary>
    public SaveChangesResultCollection SaveChanges(SaveChangesOptions options)
    {
        OnSavingChanges(options);
        var results = new SaveChangesResultCollection(options);
        new ChangeSet(_rows, _links, _deleted, ConcurrencyBehavior).Run(request => Save(request, results));
        ClearChanges();
        OnSaveChanges(results);
        return results;
    }

    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing)
    {
        if (disposing)
            ClearChanges();
    }

    protected virtual void OnBeginEntityTracking(Entity entity)
    {
    }

    protected virtual void OnEndEntityTracking(Entity entity)
    {
    }

    protected virtual void OnBeginLinkTracking(Entity source, Relationship relationship, Entity target)
    {
    }

    protected virtual void OnEndLinkTracking(Entity entity, Relationship relationship, Entity target)
    {
    }

    protected virtual void OnExecuting(OrganizationRequest request)
    {
    }

    protected virtual void OnExecute(OrganizationRequest request, OrganizationResponse response)
    {
    }

    protected virtual void OnExecute(OrganizationRequest request, Exception exception)
    {
    }

    protected virtual void OnSavingChanges(SaveChangesOptions options)
    {
    }

    protected virtual void OnSaveChanges(SaveChangesResultCollection results)
    {
    }

    private OrganizationResponse Save(OrganizationRequest request, SaveChangesResultCollection results)
    {
        try
        {
            var response = Execute(request);
            results.Add(new SaveChangesResult(request, response));
            return response;
        }
        catch (Exception failure)
        {
            results.Add(new SaveChangesResult(request, failure));
            if (!results.Options.HasFlag(SaveChangesOptions.ContinueOnError))
                throw new SaveChangesException(failure, results);
            return null;
        }
    }

    private void Track(Entity row, EntityState state)
    {
        if (row == null)
            throw new ArgumentNullException("entity");
        if (_rows.Any(other => other == row || IsSameRow(other, row)))
            throw new InvalidOperationException(
                "The context is already tracking a different '" + row.LogicalName + "' entity with the same identity.");
        row.EntityState = state;
        _rows.Add(row);
        OnBeginEntityTracking(row);
    }

    private TrackedLink Track(Entity source, Relationship relationship, Entity target)
    {
        AssertTracked(source);
        AssertTracked(target);
        if (Find(source, relationship, target) != null)
            throw new InvalidOperationException(
                "The context is already tracking the '" + relationship.SchemaName + "' relationship.");
        var link = new TrackedLink(source, relationship, target);
        _links.Add(link);
        OnBeginLinkTracking(source, relationship, target);
        return link;
    }

    private void Forget(Entity row)
    {
        foreach (var link in _links.Where(link => link.Source == row || link.Target == row).ToArray())
            Forget(link);
        _deleted.Remove(row);
        _rows.Remove(row);
        row.EntityState = null;
        OnEndEntityTracking(row);
    }

    private void Forget(TrackedLink link)
    {
        _links.Remove(link);
        OnEndLinkTracking(link.Source, link.Relationship, link.Target);
    }

    private TrackedLink Find(Entity source, Relationship relationship, Entity target) =>
        _links.FirstOrDefault(link => link.Joins(source, relationship, target));

    private static bool IsSameRow(Entity one, Entity other) =>
        one.Id != Guid.Empty && one.Id == other.Id && one.LogicalName == other.LogicalName;

    private void AssertTracked(Entity row)
    {
        if (row == null)
            throw new ArgumentNullException("entity");
        if (!IsAttached(row))
            throw new InvalidOperationException(
                "The context is not currently tracking the '" + row.LogicalName + "' entity.");
    }

    private IReadOnlyList<Entity> Reach(Entity entity, bool recursive)
    {
        AssertTracked(entity);
        var reached = new List<Entity> { entity };
        for (var i = 0; recursive && i < reached.Count; i++)
        {
            var targets = _links.Where(link => link.Source == reached[i]).Select(link => link.Target);
            reached.AddRange(targets.Except(reached).ToArray());
        }

        return reached;
    }
}
