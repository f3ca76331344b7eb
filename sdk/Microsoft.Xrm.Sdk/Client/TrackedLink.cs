namespace Microsoft.Xrm.Sdk.Client;

internal sealed class TrackedLink
{
    public TrackedLink(Entity source, Relationship relationship, Entity target)
    {
        Source = source;
        Relationship = relationship;
        Target = target;
    }

    public Entity Source { get; }

    public Relationship Relationship { get; }

    public Entity Target { get; }

    public bool IsAdded { get; set; }

    public bool IsDeleted { get; set; }

    /// <summary>The target is new as well, so it is created by the request of its source.</summary>
    public bool IsDeepInsert => IsAdded && Target.EntityState == EntityState.Created;

    public bool Joins(Entity source, Relationship relationship, Entity target) =>
        Source == source && Target == target && Relationship.Equals(relationship);
}
