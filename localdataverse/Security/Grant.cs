using System;
using System.Collections.Generic;

namespace Dataverse.Local.Security;

/// <summary>One privilege out of one role, as it reaches one principal.</summary>
/// <param name="Depth">As the role gives it.</param>
/// <param name="BusinessUnitId">Business unit of the user or team that holds the role.</param>
/// <param name="Owners">
/// Whose rows depth user reaches: the holder of the role; for a team's role also the member, if the role is inherited
/// so ("Direct User (Basic) access level and Team privileges").
/// </param>
internal sealed record Grant(Depth Depth, Guid BusinessUnitId, IReadOnlyList<Guid> Owners);
