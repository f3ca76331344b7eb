using System;
using Dataverse.Local.Import;

namespace Dataverse.Local.Pipeline;

/// <summary>
/// Ids of the rows that every environment begins with. All but the organisation's are the same everywhere: computed
/// from their names.
/// </summary>
internal sealed class Identity
{
    public required Guid OrganizationId { get; init; }

    /// <summary>The root business unit.</summary>
    public Guid BusinessUnitId { get; } = NameId.Of("businessunit", "root");

    /// <summary>The user of Connect() without a user: system administrator.</summary>
    public Guid AdministratorId { get; } = NameId.Of("systemuser", "administrator");

    /// <summary>SYSTEM, in whose name CreateOrganizationService(null) works.</summary>
    public Guid SystemUserId { get; } = NameId.Of("systemuser", "SYSTEM");

    /// <summary>The transactioncurrency row of the base currency.</summary>
    public Guid BaseCurrencyId { get; } = NameId.Of("transactioncurrency", "base");

    /// <summary>The default team of the root business unit.</summary>
    public Guid TeamId { get; } = NameId.Of("team", "root");
}
