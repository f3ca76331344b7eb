using System;
using CrmExtensions.Xrm.Schema;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Xrm.Jobs;

/// <summary>
/// Asks for one subject in a transaction of its own: what fails is undone and leaves the others alone.
/// </summary>
internal static class JobItem
{
    public static void Execute(IOrganizationService service, Guid subject, SliceScope scope)
    {
        var request = new OrganizationRequest(JobApis.RunJobItem.Name)
        {
            [JobApis.RunJobItem.Job] = scope.Job,
            [JobApis.RunJobItem.Subject] = subject,
        };
        if (scope.Since is { } since) request[JobApis.RunJobItem.Since] = since;
        service.Execute(request);
    }
}
