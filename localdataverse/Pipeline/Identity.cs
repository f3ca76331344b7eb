using System;

namespace Dataverse.Local.Pipeline;

/// <summary>Ids of the rows that every environment begins with. All but the organisation's are the same everywhere.</summary>
internal sealed class Identity
{
    public required Guid OrganizationId { get; init; }

    /// <summary>The root business unit.</summary>
    public Guid BusinessUnitId { get; } = new("5f1e0b2a-0000-4000-8000-000000000001");

    /// <summary>The user of Connect() without a user: system administrator.</summary>
    public Guid AdministratorId { get; } = new("5f1e0b2a-0000-4000-8000-000000000002");

    /// <summary>SYSTEM, in whose name CreateOrganizationService(null) works.</summary>
    public Guid SystemUserId { get; } = new("5f1e0b2a-0000-4000-8000-000000000003");

    /// <summary>The transactioncurrency row of the base currency.</summary>
    public Guid BaseCurrencyId { get; } = new("5f1e0b2a-0000-4000-8000-000000000004");

    /// <summary>The default team of the root business unit.</summary>
    public Guid TeamId { get; } = new("5f1e0b2a-0000-4000-8000-000000000005");
}
