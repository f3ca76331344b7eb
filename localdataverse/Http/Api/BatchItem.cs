using System.Collections.Generic;

namespace Dataverse.Local.Http.Api;

/// <summary>A request of a batch, or a change set: requests that succeed or fail as one.</summary>
internal sealed record BatchItem(bool IsChangeSet, IReadOnlyList<BatchPart> Parts);
