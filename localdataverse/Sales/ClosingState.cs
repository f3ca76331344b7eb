namespace Dataverse.Local.Sales;

/// <summary>A state that cannot be set by Update or SetState, and the request that sets it.</summary>
internal sealed record ClosingState(string Name, string Request);
