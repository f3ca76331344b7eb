using Dataverse.Local.Pipeline;
using Microsoft.Xrm.Sdk;

namespace Dataverse.Local.Registration;

/// <summary>A parameter or property changes the custom API that it belongs to.</summary>
internal abstract class CustomApiPartRule : TableRule
{
    public override void AfterCreate(Operation operation, Entity row) => Reload(operation, row);

    public override void BeforeUpdate(Operation operation, Entity changes, Entity before) =>
        ManagedRows.RefuseUpdate(operation, before);

    public override void AfterUpdate(Operation operation, Entity changes, Entity before) => Reload(operation, before);

    public override void BeforeDelete(Operation operation, Entity before) => ManagedRows.RefuseDelete(before);

    public override void AfterDelete(Operation operation, Entity before) => Reload(operation, before);

    private static void Reload(Operation operation, Entity row)
    {
        EntityReference api = row.GetAttributeValue<EntityReference>("customapiid") ?? throw Fault.Because(
            ErrorCodes.InvalidArgument, $"A row of '{row.LogicalName}' needs 'customapiid'.");
        CustomApiRule.Reload(operation, api.Id);
    }
}
