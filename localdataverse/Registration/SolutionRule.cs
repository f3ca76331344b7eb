using Dataverse.Local.Import;
using Dataverse.Local.Pipeline;
using Microsoft.Xrm.Sdk;

namespace Dataverse.Local.Registration;

/// <summary>Deleting a solution's row uninstalls it; the row of a managed one is the platform's.</summary>
internal sealed class SolutionRule : TableRule
{
    public override string Table => "solution";

    public override void BeforeCreate(Operation operation, Entity row)
    {
        row["ismanaged"] = false;
        row["installedon"] = operation.CreatedOn;
    }

    public override void BeforeUpdate(Operation operation, Entity changes, Entity before)
    {
        if (before.GetAttributeValue<bool?>("ismanaged") == true)
        {
            throw Fault.Because(
                ErrorCodes.CannotUpdateManagedSolution,
                $"Cannot update solution '{before.GetAttributeValue<string>("friendlyname")}' because it is a managed "
                    + "solution.");
        }
    }

    public override void BeforeDelete(Operation operation, Entity before) => SolutionUninstall.Run(operation, before);
}
