using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.Playwright;
using Microsoft.Xrm.Sdk;
using static Microsoft.Playwright.Assertions;

namespace CrmExtensions.Browser.Tests;

/// <summary>Panels offer what the user's roles allow, and say what they do not.</summary>
public sealed class PanelRightsTests(BrowserSession session) : IClassFixture<BrowserSession>
{
    private const int English = 1033;
    private const int German = 1031;
    private const string Clerk = "CrmExtensions Loyalty Clerk";
    private const string Supervisor = "CrmExtensions Loyalty Supervisor";
    private const string Reader = "CrmExtensions Reader";
    private const string Seller = "CrmExtensions Seller";

    private ServedSolution Solution => session.Solution;

    [Theory]
    [InlineData(Supervisor, English, "Adjust Reserve Transfer Leave", "")]
    [InlineData(Clerk, English, "Adjust Reserve Leave", "Your role does not allow: Transfer.")]
    [InlineData(Reader, English, "", "Your role does not allow: Adjust, Reserve, Transfer, Leave.")]
    [InlineData(Reader, German, "", "Ihre Rolle erlaubt nicht: Korrigieren, Reservieren, Übertragen, Austreten.")]
    public async Task A_member_offers_what_the_role_allows(string role, int language, string offered, string denied)
    {
        Guid member = Solution.MemberOf(Solution.ProduceAccountWithPoints("Contoso", 100m));

        PanelPage panel = await Open(role, language, new("crmx_loyaltymember", member), "member");

        await Expect(panel.Denied).ToHaveTextAsync(denied);
        IReadOnlyList<string> names = await panel.Frame.Locator("button[id^=open-]:visible").AllInnerTextsAsync();
        Assert.Equal(offered, string.Join(' ', names));
        await Expect(panel.Facts.First).ToHaveTextAsync("100");
        await panel.AssertAccessible();
        session.AssertNoScriptErrors();
    }

    [Theory]
    [InlineData(Clerk, "Enrol", "")]
    [InlineData(Reader, "", "Your role does not allow: Enrol.")]
    public async Task Whoever_books_enrols_customers(string role, string offered, string denied)
    {
        PanelPage panel = await Open(
            role, English, new("account", Solution.ProduceAccount("Newcomer")), "customer");

        await Expect(panel.Denied).ToHaveTextAsync(denied);
        await Expect(panel.Button("Enrol")).ToHaveCountAsync(offered.Length == 0 ? 0 : 1);
    }

    [Theory]
    [InlineData(Clerk, "Redeem", "Your role does not allow: Take back.")]
    [InlineData(Reader, "", "Your role does not allow: Take back.")]
    [InlineData(Supervisor, "Take back", "")]
    public async Task A_used_redemption_is_taken_back_by_a_supervisor(string role, string offered, string denied)
    {
        EntityReference redemption = Reserve("Northwind");
        if (offered == "Redeem")
        {
            PanelPage reserved = await Open(role, English, redemption, "redemption");
            await Expect(reserved.Button(offered)).ToHaveCountAsync(1);
            await Expect(reserved.Denied).ToBeHiddenAsync();
        }

        Solution.Admin.Execute(new OrganizationRequest("crmx_CommitRedemption")
        {
            ["Redemption"] = redemption,
        });
        PanelPage panel = await Open(role, English, redemption, "redemption");

        await Expect(panel.Denied).ToHaveTextAsync(denied);
        await Expect(panel.Button("Take back")).ToHaveCountAsync(denied.Length == 0 ? 1 : 0);
    }

    [Theory]
    [InlineData(Seller, "prvWriteQuote", "Add Reject", "")]
    [InlineData(Seller, "prvReadQuote", "Reject", "Your role does not allow: Add.")]
    [InlineData(Reader, "prvWriteQuote", "", "Your role does not allow: Add, Reject.")]
    public async Task A_recommendation_is_decided_by_those_who_may_and_becomes_a_line_for_those_who_write(
        string role, string privilege, string offered, string denied)
    {
        ServedShop shop = new(Solution);
        shop.Relate("Printer", "Toner");
        EntityReference account = new("account", Solution.ProduceAccount("Buyer"));
        EntityReference quote = shop.Open("quote", account, "Printer");
        Solution.Dataverse.AddRole("With " + privilege, PrivilegeDepth.Global, privilege);

        PanelPage panel = await Open(role + "+With " + privilege, English, quote, "recommendations");

        await Expect(panel.Frame.GetByText("Toner")).ToBeVisibleAsync();
        await Expect(panel.Denied).ToHaveTextAsync(denied);
        IReadOnlyList<string> names = await panel.Frame.Locator("#with button").AllInnerTextsAsync();
        Assert.Equal(offered, string.Join(' ', names));
    }

    [Theory]
    [InlineData(English, "Your role does not show this. Ask your administrator for it.")]
    [InlineData(German, "Ihre Rolle zeigt das nicht. Bitten Sie Ihren Administrator darum.")]
    public async Task What_a_role_does_not_show_is_said_and_not_asked_for(int language, string sentence)
    {
        Guid account = Solution.ProduceAccount("Secret");
        List<string> asked = [];

        PanelPage panel = await Open(Seller, language, new("account", account), "risk", asked);

        await Expect(panel.Denied).ToHaveTextAsync(sentence);
        await Expect(panel.Frame.Locator("#content")).ToBeHiddenAsync();
        await Expect(panel.Frame.Locator("#problem")).ToBeEmptyAsync();
        PanelPage members = new(panel.Page, "customer");
        await Expect(members.Denied).ToHaveTextAsync(sentence);
        Assert.DoesNotContain(asked, address => address.Contains("crmx_GetRisk", StringComparison.Ordinal));
        session.AssertNoScriptErrors();
    }

    [Fact]
    public async Task All_panels_of_a_form_cost_one_question_about_rights()
    {
        Guid account = Solution.ProduceAccountWithPoints("Contoso", 10m);
        List<string> asked = [];

        PanelPage panel = await Open(Clerk, English, new("account", account), "recommendations", asked);
        await Expect(new PanelPage(panel.Page, "customer").Frame.Locator("#panel[aria-busy=false]")).ToBeVisibleAsync();
        await Expect(new PanelPage(panel.Page, "risk").Frame.Locator("#panel[aria-busy=false]")).ToBeVisibleAsync();

        Assert.Single(asked, address => address.Contains("RetrieveUserSetOfPrivileges", StringComparison.Ordinal));
    }

    private EntityReference Reserve(string name)
    {
        Guid member = Solution.MemberOf(Solution.ProduceAccountWithPoints(name, 500m));
        return new EntityReference("crmx_redemption", (Guid)Solution.Admin.Execute(
            new OrganizationRequest("crmx_ReservePoints")
            {
                ["Member"] = new EntityReference("crmx_loyaltymember", member),
                ["Points"] = 200,
                ["RequestId"] = Guid.NewGuid().ToString(),
            })["RedemptionId"]);
    }

    /// <summary>The panel as a user of this role sees it, who reads customers and quotes besides.</summary>
    private Task<PanelPage> Open(
        string role, int language, EntityReference row, string panel, ICollection<string>? watch = null)
    {
        const string Sales = "Sales";
        Solution.Dataverse.AddRole(Sales, PrivilegeDepth.Global,
            "prvReadQuote", "prvReadProduct", "prvReadAccount", "prvReadContact");
        Guid user = Solution.ProduceUser(language, [.. role.Split('+'), Sales]);
        return PanelPage.Open(session, Solution.FormFor(user, row.LogicalName, row.Id), panel, watch);
    }
}
