namespace Dataverse.Local.Http.Api;

/// <summary>What became of one request of a batch.</summary>
internal sealed record BatchAnswer(BatchPart Part, ApiAnswer Answer);
