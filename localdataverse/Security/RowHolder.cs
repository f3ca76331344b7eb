using System;

namespace Dataverse.Local.Security;

/// <summary>
/// To whom a row belongs. For users, teams and roles the owner is the row itself: depth user reaches oneself.
/// </summary>
internal readonly record struct RowHolder(Guid OwnerId, Guid BusinessUnitId);
