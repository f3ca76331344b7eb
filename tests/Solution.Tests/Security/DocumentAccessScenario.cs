using System;
using System.ServiceModel;
using CrmExtensions.Solution.Tests.Loyalty;
using Dataverse.Local;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Solution.Tests.Security;

/// <summary>
/// A clerk who works in another business unit than the documents: our calls reach what he reaches, not more.
/// </summary>
public sealed class DocumentAccessScenario : IDisposable
{
    private readonly LoyaltyWorld world = new();
    private readonly EntityReference member;
    private readonly EntityReference order;
    private readonly EntityReference earned;
    private readonly EntityReference user;
    private readonly IOrganizationService clerk;

    public DocumentAccessScenario()
    {
        world.ProduceProgramme();
        EntityReference customer = world.ProduceCustomer("account");
        earned = world.FulfilledOrder(customer, 300m);
        member = world.MemberOf(customer).ToEntityReference();
        order = world.ProduceOrder(customer, 20m);
        world.Dataverse.AddRole("Orders of the unit", PrivilegeDepth.Local, "prvReadOrder", "prvWriteOrder");
        user = world.ProduceUser(Crmx.ClerkRole, "Orders of the unit");
        Guid unit = world.Admin.Create(new Entity("businessunit")
        {
            ["name"] = "South",
            ["parentbusinessunitid"] = new EntityReference("businessunit", world.Dataverse.BusinessUnitId),
        });
        world.Admin.Update(new Entity("systemuser", user.Id)
        {
            ["businessunitid"] = new EntityReference("businessunit", unit),
        });
        clerk = world.Dataverse.Connect(user.Id);
    }

    public void Dispose()
    {
        world.AssertReplayEqualsBalance();
        world.Dispose();
    }

    [Fact]
    public void A_document_that_he_does_not_see_is_neither_quoted_nor_paid_nor_returned()
    {
        foreach (OrganizationRequest request in new[] { Quoting(order), Reserving(order), Returning(earned) })
            Assert.Contains("no right to see this document", Refusal(request));
        world.SetLanguage(user, 1031);
        Assert.Contains("Sie dürfen diesen Beleg nicht sehen", Refusal(Quoting(order)));
        Assert.Single(world.Entries());
    }

    [Fact]
    public void A_document_that_is_shared_for_reading_is_quoted_and_not_changed()
    {
        Share(AccessRights.ReadAccess);

        Assert.Equal(20, clerk.Execute(Quoting(order))["Points"]);
        foreach (OrganizationRequest request in new[] { Reserving(order), Returning(earned) })
            Assert.Contains("but not change it", Refusal(request));
        Assert.Single(world.Entries());
    }

    [Fact]
    public void A_document_that_is_shared_for_changes_is_paid_returned_and_given_back()
    {
        Share(AccessRights.ReadAccess | AccessRights.WriteAccess);

        OrganizationResponse reserved = clerk.Execute(Reserving(order));
        Assert.Equal(200, reserved["ReservedPoints"]);
        Assert.Equal(100, clerk.Execute(Returning(earned))["PointsTakenBack"]);
        Share(AccessRights.ReadAccess);
        Assert.Contains("but not change it", Refusal(Releasing(reserved)));
        Share(AccessRights.ReadAccess | AccessRights.WriteAccess);
        clerk.Execute(Releasing(reserved));

        Assert.Equal(0, world.Members()[0]["crmx_balance"]);
    }

    private void Share(AccessRights rights)
    {
        foreach (EntityReference document in new[] { order, earned })
        {
            world.Admin.Execute(new ModifyAccessRequest
            {
                Target = document,
                PrincipalAccess = new PrincipalAccess { Principal = user, AccessMask = rights },
            });
        }
    }

    private OrganizationRequest Reserving(EntityReference document) => new("crmx_ReservePoints")
    {
        ["Member"] = member,
        ["Points"] = 200,
        ["DocumentTable"] = document.LogicalName,
        ["DocumentId"] = document.Id,
        ["RequestId"] = "reserve",
    };

    private static OrganizationRequest Quoting(EntityReference document) => new("crmx_QuotePoints")
    {
        ["DocumentTable"] = document.LogicalName,
        ["DocumentId"] = document.Id,
    };

    private static OrganizationRequest Returning(EntityReference document) => new("crmx_ReturnPoints")
    {
        ["DocumentTable"] = document.LogicalName,
        ["DocumentId"] = document.Id,
        ["RequestId"] = "return",
    };

    private static OrganizationRequest Releasing(OrganizationResponse reserved) => new("crmx_ReleaseRedemption")
    {
        ["Redemption"] = new EntityReference("crmx_redemption", (Guid)reserved["RedemptionId"]),
    };

    private string Refusal(OrganizationRequest request) =>
        Assert.Throws<FaultException<OrganizationServiceFault>>(() => clerk.Execute(request)).Detail.Message;
}
