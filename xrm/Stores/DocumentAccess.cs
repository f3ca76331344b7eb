using System;
using System.Globalization;
using CrmExtensions.Xrm.Texts;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Xrm.Stores;

/// <summary>
/// What whoever calls may do with a document. We read and write documents as SYSTEM, so a call must not reach one that
/// its caller could not reach. Asked as a question: a read in the caller's name would doom the transaction instead of
/// telling a remedy.
/// </summary>
internal sealed class DocumentAccess
{
    private const int Read = 1, Write = 2;

    private readonly StepRun run;

    public DocumentAccess(StepRun run) => this.run = run;

    /// <param name="document">An existing row.</param>
    public void RequireRead(EntityReference document)
    {
        if ((RightsOn(document) & Read) == 0) throw new BusinessRuleException(UserText.DocumentIsNotVisible);
    }

    /// <param name="document">An existing row.</param>
    /// <param name="number">What it shows to people; told only to those who see it.</param>
    public void RequireWrite(EntityReference document, string number)
    {
        int rights = RightsOn(document);
        if ((rights & Read) == 0) throw new BusinessRuleException(UserText.DocumentIsNotVisible);
        if ((rights & Write) == 0) throw new BusinessRuleException(UserText.DocumentIsNotWritable, number);
    }

    /// <summary>Roles, ownership, teams and shares together, as the flags of the platform's AccessRights.</summary>
    private int RightsOn(EntityReference document)
    {
        OrganizationResponse answer = run.System.Execute(new OrganizationRequest("RetrievePrincipalAccess")
        {
            ["Target"] = document,
            ["Principal"] = new EntityReference("systemuser", run.CallerId),
        });
        return Convert.ToInt32(answer.Results["AccessRights"], CultureInfo.InvariantCulture);
    }
}
