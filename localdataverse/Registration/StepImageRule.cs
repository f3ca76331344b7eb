using Dataverse.Local.Pipeline;
using Dataverse.Local.Store;
using Microsoft.Xrm.Sdk;

namespace Dataverse.Local.Registration;

/// <summary>An image row belongs to its step: every change of it changes what the step is given.</summary>
internal sealed class StepImageRule : TableRule
{
    private const string Lookup = "sdkmessageprocessingstepid";

    public override string Table => "sdkmessageprocessingstepimage";

    public override void AfterCreate(Operation operation, Entity row) => Reload(operation, row);

    public override void AfterUpdate(Operation operation, Entity changes, Entity before) => Reload(operation, before);

    public override void AfterDelete(Operation operation, Entity before) => Reload(operation, before);

    private static void Reload(Operation operation, Entity image)
    {
        EntityReference? step = image.GetAttributeValue<EntityReference>(Lookup);
        if (step is null)
        {
            throw Fault.Because(ErrorCodes.InvalidArgument, $"An image needs '{Lookup}': the row names no step.");
        }

        // Deleted together with its step: there is nothing left to change.
        if (operation.Session.Exists(operation.Tables.Get(StepRows.TableName), step.Id))
        {
            StepRule.Reload(operation, step.Id);
        }
    }
}
