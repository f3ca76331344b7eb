using CrmExtensions.Xrm.Protection;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Workflows;

/// <summary>An argument has one table, so a customer is two of them; the call says if not exactly one is
/// given.</summary>
internal static class WorkflowCustomer
{
    public static void Put(OrganizationRequest request, EntityReference? account, EntityReference? contact)
    {
        if (account is not null) request[CustomerInput.Account] = account;
        if (contact is not null) request[CustomerInput.Contact] = contact;
    }
}
