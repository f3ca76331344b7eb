using System;

namespace CrmExtensions.Domain.Loyalty;

/// <summary>An account or a contact.</summary>
public sealed record CustomerRef
{
    public CustomerKind Kind { get; init; }
    public Guid Id { get; init; }
}
