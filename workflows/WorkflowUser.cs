using System.Activities;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Workflow;

namespace CrmExtensions.Workflows;

/// <summary>In whose name an activity works: the rights of the workflow's user hold, and nobody else's.</summary>
internal static class WorkflowUser
{
    public static IOrganizationService Service(CodeActivityContext context)
    {
        IWorkflowContext workflow = context.GetExtension<IWorkflowContext>();
        return context.GetExtension<IOrganizationServiceFactory>().CreateOrganizationService(workflow.UserId);
    }
}
