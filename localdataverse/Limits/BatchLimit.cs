using Dataverse.Local.Pipeline;
using Microsoft.Xrm.Sdk;

namespace Dataverse.Local.Limits;

/// <summary>How many requests one request may carry.</summary>
internal static class BatchLimit
{
    /// <summary>The fault says in its details how many are allowed: a client makes its batches smaller then.</summary>
    public static void Check(string message, int count, int? most)
    {
        if (count <= (most ?? int.MaxValue))
        {
            return;
        }

        OrganizationServiceFault detail = new()
        {
            ErrorCode = ErrorCodes.InvalidArgument,
            Message = $"{message} Request batch size exceeds the maximum batch size allowed.",
        };
        detail.ErrorDetails["MaxBatchSize"] = most!.Value;
        throw Fault.From(detail);
    }
}
