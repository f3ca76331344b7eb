using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Client;

namespace Sdk.Tests.Behaviours;

/// <summary>An early-bound class as code generators write it.</summary>
[EntityLogicalName("account")]
public sealed class Account : Entity
{
    public Account()
        : base("account")
    {
    }

    public string? FormattedStatus => GetFormattedAttributeValue("statecode");

    public string? Name
    {
        get => GetAttributeValue<string>("name");
        set => SetAttributeValue("name", value);
    }

    public Account? Parent
    {
        get => GetRelatedEntity<Account>("account_parent_account", EntityRole.Referencing);
        set => SetRelatedEntity("account_parent_account", EntityRole.Referencing, value);
    }
}
