using System;
using System.Globalization;
using Microsoft.Xrm.Sdk;

namespace Dataverse.Local.Async;

/// <summary>Tells the recipients of a bulk deletion that it has run: an email row, pending, as nobody sends.</summary>
internal static class BulkDeleteMail
{
    private const int ToRecipient = 2;
    private const int CcRecipient = 3;
    private const int Completed = 1;
    private const int PendingSend = 6;

    public static void Send(BulkDeletion deletion, BulkDeletePlan plan, string jobName)
    {
        if (!plan.SendsMail)
        {
            return;
        }

        Guid email = deletion.Service.Create(new Entity("email")
        {
            ["subject"] = $"The bulk deletion job {jobName} has completed.",
            ["description"] = string.Create(
                CultureInfo.InvariantCulture, $"Deleted: {deletion.Deleted}. Failures: {deletion.Failed}."),
            ["statecode"] = new OptionSetValue(Completed),
            ["statuscode"] = new OptionSetValue(PendingSend),
        });
        Address(deletion.Service, email, plan.To, ToRecipient);
        Address(deletion.Service, email, plan.Cc, CcRecipient);
    }

    private static void Address(IOrganizationService service, Guid email, Guid[] users, int participation)
    {
        foreach (Guid user in users)
        {
            service.Create(new Entity("activityparty")
            {
                ["activityid"] = new EntityReference("email", email),
                ["partyid"] = new EntityReference("systemuser", user),
                ["participationtypemask"] = new OptionSetValue(participation),
            });
        }
    }
}
