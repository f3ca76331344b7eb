using System;
using System.Linq;
using Dataverse.Local.Pipeline;
using Microsoft.Xrm.Sdk;

namespace Dataverse.Local.Workflows;

/// <summary>
/// A workflow is made as a draft, read when it is activated (what cannot be run is refused by name then), and not
/// changed while it is activated.
/// </summary>
internal sealed class WorkflowRule : TableRule
{
    private const int Draft = 0;
    private const int Activated = 1;
    private static readonly string[] Triggers = ["triggeroncreate", "triggerondelete"];
    private static readonly string[] States = ["statecode", "statuscode", "modifiedon", "modifiedby", "workflowid"];

    public override string Table => WorkflowRows.TableName;

    public override void BeforeCreate(Operation operation, Entity row)
    {
        row["statecode"] = new OptionSetValue(Draft);
        row["statuscode"] = new OptionSetValue(1);
    }

    public override void BeforeUpdate(Operation operation, Entity changes, Entity before)
    {
        int old = WorkflowRows.Value(before, "statecode");
        int state = changes.GetAttributeValue<OptionSetValue>("statecode")?.Value ?? old;
        bool touches = changes.Attributes.Keys.Any(column => !States.Contains(column));
        if (old == Activated && touches)
        {
            throw Fault.Because(unchecked((int)0x80045002), "Cannot update a published workflow definition.");
        }

        if (old == Draft && state == Activated)
        {
            CheckRunnable(changes, before);
        }
    }

    private static void CheckRunnable(Entity changes, Entity before)
    {
        if (WorkflowRows.Value(before, "category") != 0)
        {
            throw Fault.NotSupported($"Activating '{before["name"]}', which is no classic workflow,");
        }

        bool starts = Triggers.Any(column => Of<bool>(column))
            || !string.IsNullOrEmpty(Of<string>("triggeronupdateattributelist"));
        if (starts)
        {
            throw Fault.NotSupported($"A workflow that starts by itself ('{before["name"]}')");
        }

        WorkflowXaml.Read(Of<string>("xaml") ?? "");

        T? Of<T>(string column) =>
            changes.Contains(column) ? changes.GetAttributeValue<T>(column) : before.GetAttributeValue<T>(column);
    }
}
