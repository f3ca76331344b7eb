using System;
using System.Collections.Generic;
using System.Linq;
using System.ServiceModel;
using Dataverse.Local;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmExtensions.Solution.Tests.Loyalty.Spending;

/// <summary>One programme, one customer who has earned points, and the calls that spend and move them.</summary>
internal sealed class SpendingWorld : IDisposable
{
    private int requests;

    /// <param name="table">Of the customer.</param>
    /// <param name="points">Earned by one order.</param>
    /// <param name="settings">Of the programme, without prefix.</param>
    public SpendingWorld(string table, int points, params KeyValuePair<string, object>[] settings)
        : this(table, points, new LocalDataverseOptions(), settings)
    {
    }

    public SpendingWorld(
        string table, int points, LocalDataverseOptions options, params KeyValuePair<string, object>[] settings)
    {
        World = new LoyaltyWorld(options);
        Programme = World.ProduceProgramme(settings);
        Customer = World.ProduceCustomer(table);
        if (points > 0) World.FulfilledOrder(Customer, points);
        else Enrol(Customer);
        Member = World.MemberOf(Customer).ToEntityReference();
        World.Dataverse.RunAsyncJobs();
    }

    public LoyaltyWorld World { get; }

    public IOrganizationService Admin => World.Admin;

    public EntityReference Programme { get; }

    public EntityReference Customer { get; }

    public EntityReference Member { get; }

    public static KeyValuePair<string, object> Setting(string column, object value) => new(column, value);

    /// <summary>What the member's row shows.</summary>
    public int Balance => Row(Member).GetAttributeValue<int>("crmx_balance");

    public int Available => Row(Member).GetAttributeValue<int>("crmx_available");

    public void Dispose()
    {
        World.AssertReplayEqualsBalance();
        World.Dispose();
    }

    public Entity Row(EntityReference reference) =>
        Admin.Retrieve(reference.LogicalName, reference.Id, new ColumnSet(true));

    public IReadOnlyList<Entity> All(string table) =>
        Admin.RetrieveMultiple(new QueryExpression(table) { ColumnSet = new ColumnSet(true) }).Entities;

    public Entity Entry(Guid id) => Row(new EntityReference(Crmx.Entry, id));

    public decimal Money(EntityReference document, string column) =>
        Row(document).GetAttributeValue<Money>(column)?.Value ?? 0m;

    public EntityReference ProduceQuote(decimal price) => ProduceDocument("quote", price);

    public EntityReference ProduceInvoice(decimal price) => ProduceDocument("invoice", price);

    public EntityReference ProduceOrder(params decimal[] prices) => World.ProduceOrder(Customer, prices);

    public EntityReference ProduceReward(int points, params KeyValuePair<string, object>[] columns)
    {
        var row = new Entity("crmx_reward")
        {
            ["crmx_name"] = "Umbrella",
            ["crmx_programid"] = Programme,
            ["crmx_points"] = points,
        };
        foreach (KeyValuePair<string, object> column in columns) row["crmx_" + column.Key] = column.Value;
        return new EntityReference("crmx_reward", Admin.Create(row));
    }

    /// <summary>A request with an id of its own.</summary>
    public OrganizationRequest Reserving(int points, EntityReference? document = null)
    {
        var request = new OrganizationRequest("crmx_ReservePoints")
        {
            ["Member"] = Member,
            ["Points"] = points,
            ["RequestId"] = "request " + ++requests,
        };
        if (document is null) return request;
        request["DocumentTable"] = document.LogicalName;
        request["DocumentId"] = document.Id;
        return request;
    }

    public static OrganizationRequest Adjusting(EntityReference member, int points, string requestId) =>
        new(Crmx.AdjustPoints)
        {
            ["Member"] = member,
            ["Points"] = points,
            ["Reason"] = Crmx.FirstOption,
            ["RequestId"] = requestId,
        };

    public OrganizationResponse Adjust(int points, string requestId) =>
        Admin.Execute(Adjusting(Member, points, requestId));

    public OrganizationRequest Enrolling(EntityReference customer, string referralCode = "") =>
        new("crmx_EnrolMember")
        {
            ["Programme"] = Programme,
            ["CustomerTable"] = customer.LogicalName,
            ["CustomerId"] = customer.Id,
            ["ReferralCode"] = referralCode,
        };

    public EntityReference Enrol(EntityReference customer, string referralCode = "") =>
        new(Crmx.Member, (Guid)Admin.Execute(Enrolling(customer, referralCode))["MemberId"]);

    /// <summary>Somebody who may decide about what others ask for.</summary>
    public IOrganizationService Supervisor() =>
        World.Dataverse.Connect(World.ProduceUser(Crmx.SupervisorRole, Crmx.ClerkRole).Id);

    public int BalanceOf(EntityReference member) => Row(member).GetAttributeValue<int>("crmx_balance");

    public OrganizationResponse Reserve(int points, EntityReference? document = null) =>
        Admin.Execute(Reserving(points, document));

    public static EntityReference RedemptionOf(OrganizationResponse reserved) =>
        new("crmx_redemption", (Guid)reserved["RedemptionId"]);

    public OrganizationResponse Commit(OrganizationResponse reserved) =>
        Admin.Execute(new OrganizationRequest("crmx_CommitRedemption") { ["Redemption"] = RedemptionOf(reserved) });

    public OrganizationResponse Release(OrganizationResponse reserved, bool onlyOverdue = false) =>
        Admin.Execute(Releasing(reserved, onlyOverdue));

    public static OrganizationRequest Releasing(OrganizationResponse reserved, bool onlyOverdue = false) =>
        new("crmx_ReleaseRedemption")
        {
            ["Redemption"] = RedemptionOf(reserved),
            ["OnlyOverdue"] = onlyOverdue,
        };

    public static OrganizationRequest Reversing(OrganizationResponse reserved) =>
        new("crmx_ReverseRedemption") { ["Redemption"] = RedemptionOf(reserved) };

    public OrganizationResponse Reverse(OrganizationResponse reserved) => Admin.Execute(Reversing(reserved));

    /// <summary>0 reserved, 1 committed, 2 released, 3 reversed.</summary>
    public int StateOf(OrganizationResponse reserved) =>
        Row(RedemptionOf(reserved)).GetAttributeValue<OptionSetValue>("crmx_state").Value - Crmx.FirstOption;

    public EntityReference ConvertToOrder(EntityReference quote)
    {
        Admin.Update(new Entity("quote", quote.Id)
        {
            ["statecode"] = new OptionSetValue(1),
            ["statuscode"] = new OptionSetValue(2),
        });
        Admin.Execute(new WinQuoteRequest
        {
            QuoteClose = new Entity("quoteclose") { ["quoteid"] = quote, ["subject"] = "Won" },
            Status = new OptionSetValue(-1),
        });
        var made = (ConvertQuoteToSalesOrderResponse)Admin.Execute(new ConvertQuoteToSalesOrderRequest
        {
            QuoteId = quote.Id,
            ColumnSet = new ColumnSet("salesorderid"),
        });
        return made.Entity.ToEntityReference();
    }

    public static string Refusal(Func<object> work) =>
        Assert.Throws<FaultException<OrganizationServiceFault>>(work).Detail.Message;

    /// <summary>The refusal as somebody with a German user interface reads it.</summary>
    public string GermanRefusal(OrganizationRequest request)
    {
        EntityReference user = World.ProduceUser(Crmx.SupervisorRole, Crmx.ClerkRole);
        World.SetLanguage(user, 1031);
        return Refusal(() => World.Dataverse.Connect(user.Id).Execute(request));
    }

    /// <summary>Names the privilege that somebody without a role of ours lacks.</summary>
    public void OnlyWith(string privilege, OrganizationRequest request)
    {
        IOrganizationService stranger = World.ProduceHolderOf("prvReadAccount", "prvReadcrmx_LoyaltyMember");
        Assert.Contains(privilege, Refusal(() => stranger.Execute(request)), StringComparison.OrdinalIgnoreCase);
    }

    private EntityReference ProduceDocument(string table, decimal price)
    {
        var document = new EntityReference(
            table, Admin.Create(new Entity(table) { ["name"] = "Document", ["customerid"] = Customer }));
        Admin.Create(new Entity(table + "detail")
        {
            [table + "id"] = document,
            ["isproductoverridden"] = true,
            ["productdescription"] = "Write-in",
            ["priceperunit"] = new Money(price),
            ["quantity"] = 1m,
        });
        return document;
    }
}
