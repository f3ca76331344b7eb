using System;

namespace Dataverse.Local.Limits;

/// <summary>What a user has left of a window; null: that limit is off.</summary>
internal sealed record Allowance(int? Requests, TimeSpan? ExecutionTime);
