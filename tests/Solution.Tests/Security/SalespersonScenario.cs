using System;
using System.Linq;
using CrmExtensions.Solution.Tests.Loyalty;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmExtensions.Solution.Tests.Security;

/// <summary>Whoever sells has Microsoft's privileges and none of ours; selling does not notice us.</summary>
public sealed class SalespersonScenario : IDisposable
{
    private readonly LoyaltyWorld world = new();
    private readonly EntityReference salesperson;
    private readonly IOrganizationService sales;

    public SalespersonScenario()
    {
        world.ProduceProgramme();
        string[] privileges =
        [
            .. new[] { "Account", "Contact", "Order", "Activity" }.SelectMany(table => new[]
            {
                "prvCreate", "prvRead", "prvWrite", "prvDelete", "prvAppend", "prvAppendTo", "prvAssign",
            }.Select(right => right + table)),
            "prvReadProduct", "prvReadTransactionCurrency", "prvAppendToTransactionCurrency",
        ];
        world.Dataverse.AddRole("Sales", PrivilegeDepth.Basic, privileges);
        world.Dataverse.AddRole("Sales", PrivilegeDepth.Global, privileges[^3..]);
        salesperson = world.ProduceUser("Sales");
        sales = world.Dataverse.Connect(salesperson.Id);
    }

    public void Dispose() => world.Dispose();

    [Theory]
    [InlineData("account")]
    [InlineData("contact")]
    public void A_salesperson_without_a_privilege_of_ours_fulfils_an_order_and_the_points_are_posted(string table)
    {
        EntityReference customer = Customer(table);

        LoyaltyWorld.Fulfil(Order(customer), sales);

        Entity entry = Assert.Single(world.Entries());
        Assert.Equal(100, entry["crmx_points"]);
        Assert.Equal(world.Dataverse.SystemUserId, ((EntityReference)entry["createdby"]).Id);
        world.AssertReplayEqualsBalance();
    }

    [Fact]
    public void Jobs_that_follow_succeed_and_the_customer_shows_the_balance()
    {
        EntityReference customer = Customer("account");
        LoyaltyWorld.Fulfil(Order(customer), sales);

        world.Dataverse.RunAsyncJobs();

        Entity shown = sales.Retrieve("account", customer.Id, new ColumnSet("crmx_pointsbalance"));
        Assert.Equal(100, shown["crmx_pointsbalance"]);
        QueryExpression failed = new("asyncoperation") { ColumnSet = new ColumnSet("name", "friendlymessage") };
        failed.Criteria.AddCondition("statuscode", ConditionOperator.Equal, 31);
        Assert.Empty(world.Admin.RetrieveMultiple(failed).Entities.Select(job => job["friendlymessage"]));
    }

    [Fact]
    public void The_member_of_a_customer_whose_owner_cannot_read_members_stays_with_SYSTEM()
    {
        EntityReference customer = Customer("account");
        LoyaltyWorld.Fulfil(Order(customer), sales);

        world.Dataverse.RunAsyncJobs();

        Assert.Equal(world.Dataverse.SystemUserId, ((EntityReference)world.MemberOf(customer)["ownerid"]).Id);
    }

    [Fact]
    public void A_salesperson_does_not_see_the_ledger()
    {
        LoyaltyWorld.Fulfil(Order(Customer("account")), sales);

        Assert.Throws<System.ServiceModel.FaultException<OrganizationServiceFault>>(
            () => sales.RetrieveMultiple(new QueryExpression(Crmx.Entry)));
    }

    private EntityReference Customer(string table) => new(table, sales.Create(new Entity(table)
    {
        [table == "contact" ? "lastname" : "name"] = "Customer",
    }));

    private EntityReference Order(EntityReference customer)
    {
        EntityReference order = new("salesorder", sales.Create(new Entity("salesorder")
        {
            ["name"] = "Order",
            ["customerid"] = customer,
        }));
        sales.Create(new Entity("salesorderdetail")
        {
            ["salesorderid"] = order,
            ["isproductoverridden"] = true,
            ["productdescription"] = "Write-in",
            ["priceperunit"] = new Money(100m),
            ["quantity"] = 1m,
        });
        return order;
    }
}
