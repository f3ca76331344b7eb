using System.Activities;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Workflow;

namespace TestPlugins;

/// <summary>Creates a task that greets, as the workflow's user, and returns the greeting.</summary>
public sealed class GreetActivity : CodeActivity
{
    [Input("Name")]
    [RequiredArgument]
    public InArgument<string> Name { get; set; }

    [Output("Greeting")]
    public OutArgument<string> Greeting { get; set; }

    protected override void Execute(CodeActivityContext context)
    {
        IWorkflowContext workflow = context.GetExtension<IWorkflowContext>();
        IOrganizationServiceFactory factory = context.GetExtension<IOrganizationServiceFactory>();
        context.GetExtension<ITracingService>().Trace("greeting on " + workflow.PrimaryEntityName);
        string greeting = "Hello " + Name.Get(context);
        factory.CreateOrganizationService(workflow.UserId).Create(new Entity("task") { ["subject"] = greeting });
        if (Name.Get(context) == "nobody")
        {
            throw new InvalidPluginExecutionException("Nobody is not greeted.");
        }

        Greeting.Set(context, greeting);
    }
}
