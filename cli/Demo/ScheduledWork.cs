using System.Linq;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmExtensions.Cli.Demo;

/// <summary>
/// The product's schedule. It rests while history is loaded: hundreds of nights would be worked through, and each looks
/// at everything that is there.
/// </summary>
internal sealed class ScheduledWork(IOrganizationService service)
{
    private const string Step = "sdkmessageprocessingstep", StepName = "ScheduleWorkForProgramme";
    private const int Enabled = 0, Disabled = 1;

    /// <summary>Before the first programme, which brings the schedule with it.</summary>
    public void Hold() => Switch(Disabled);

    public void Resume()
    {
        Switch(Enabled);
        service.Execute(new OrganizationRequest("crmx_EnsureSchedule"));
    }

    private void Switch(int state)
    {
        QueryExpression query = new(Step) { ColumnSet = new ColumnSet(false) };
        query.Criteria.AddCondition("name", ConditionOperator.Like, $"%{StepName}%");
        foreach (Entity step in service.RetrieveMultiple(query).Entities.ToArray())
        {
            service.Update(new Entity(Step, step.Id)
            {
                ["statecode"] = new OptionSetValue(state),
                ["statuscode"] = new OptionSetValue(state + 1),
            });
        }
    }
}
