using System;
using CrmExtensions.Xrm.Loyalty;
using CrmExtensions.Xrm.Schema;
using CrmExtensions.Xrm.Texts;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Xrm.Protection;

/// <summary>The account or the contact that a call is about: exactly one of two parameters.</summary>
internal static class CustomerInput
{
    public const string Account = "Account", Contact = "Contact";

    /// <exception cref="BusinessRuleException">None of them, or both.</exception>
    public static EntityReference Of(StepRun run)
    {
        var input = new ApiInput(run);
        Guid? account = input.Id(Account);
        Guid? contact = input.Id(Contact);
        if ((account is null) == (contact is null)) throw new BusinessRuleException(UserText.OneCustomerIsNeeded);
        return account is { } id
            ? new EntityReference(Customer.AccountTable, id)
            : new EntityReference(Customer.ContactTable, contact.GetValueOrDefault());
    }
}
