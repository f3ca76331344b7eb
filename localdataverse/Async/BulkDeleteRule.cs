using Dataverse.Local.Pipeline;
using Microsoft.Xrm.Sdk;

namespace Dataverse.Local.Async;

/// <summary>
/// Clients read and delete bulk deletions; the message BulkDelete makes them. Deleting one ends its job.
/// </summary>
internal sealed class BulkDeleteRule : TableRule
{
    public override string Table => BulkDeleteRows.TableName;

    public override void BeforeCreate(Operation operation, Entity row) =>
        throw Fault.NotSupported("Create of bulkdeleteoperation (use the message BulkDelete)");

    public override void BeforeUpdate(Operation operation, Entity changes, Entity before) =>
        throw Fault.NotSupported("Update of bulkdeleteoperation (change its system job)");
}
