using System;
using System.Threading.Tasks;
using Microsoft.Playwright;
using Microsoft.Xrm.Sdk;
using static Microsoft.Playwright.Assertions;

namespace CrmExtensions.Browser.Tests;

/// <summary>The panels of an approval, of a redemption and of a customer.</summary>
public sealed class DecisionPanelTests(BrowserSession session) : IClassFixture<BrowserSession>
{
    private const int English = 1033;
    private const int German = 1031;
    private const int AboveTheLimit = 900_000;
    private const string Clerk = "CrmExtensions Loyalty Clerk";
    private const string Supervisor = "CrmExtensions Loyalty Supervisor";

    private ServedSolution Solution => session.Solution;

    [Theory]
    [InlineData(English, "Approve", "Comment", "Approve now", "Approved and booked. New balance: 900,010.", "Approved")]
    [InlineData(German, "Freigeben", "Bemerkung", "Jetzt freigeben",
        "Freigegeben und gebucht. Neuer Stand: 900.010.", "Freigegeben")]
    public async Task A_second_person_approves_with_a_comment(
        int language, string open, string comment, string submit, string done, string decision)
    {
        Guid approval = AskForApproval("Contoso " + language);
        PanelPage panel = await OpenAs(language, Supervisor, "crmx_approval", approval, "approval");

        await panel.Button(open).ClickAsync();
        await panel.Field(comment).FillAsync("Agreed");
        await panel.AssertAccessible();
        await panel.Button(submit).ClickAsync();

        await Expect(panel.Result).ToHaveTextAsync(done);
        await Expect(panel.Facts.Last).ToHaveTextAsync(decision);
        await Expect(panel.Button(open)).ToHaveCountAsync(0);
        await Expect(panel.Page.Locator("#field-crmx_comment")).ToHaveValueAsync("Agreed");
        session.AssertNoScriptErrors();
    }

    [Fact]
    public async Task A_clerk_may_not_decide_and_a_supervisor_refuses()
    {
        Guid approval = AskForApproval("Fabrikam");
        PanelPage panel = await OpenAs(English, Clerk, "crmx_approval", approval, "approval");
        await Expect(panel.Button("Approve")).ToHaveCountAsync(0);
        await Expect(panel.Denied).ToHaveTextAsync("Your role does not allow: Approve, Refuse.");

        panel = await OpenAs(English, Supervisor, "crmx_approval", approval, "approval");
        await panel.Button("Refuse").ClickAsync();
        await panel.Button("Refuse now").ClickAsync();

        await Expect(panel.Result).ToHaveTextAsync("Refused. The balance stays 10.");
    }

    [Theory]
    [InlineData(English, "Give back", "Give back now", "The points are back with the member.", "Released")]
    [InlineData(German, "Einlösen", "Jetzt einlösen", "Die Punkte sind verbraucht.", "Eingelöst")]
    public async Task A_reservation_is_used_or_given_back(
        int language, string open, string submit, string done, string state)
    {
        Guid redemption = Reserve("Northwind " + language);
        PanelPage panel = await OpenAs(language, Clerk, "crmx_redemption", redemption, "redemption");

        await panel.Button(open).ClickAsync();
        await panel.AssertAccessible();
        await panel.Button(submit).ClickAsync();

        await Expect(panel.Result).ToHaveTextAsync(done);
        await Expect(panel.Facts.First).ToHaveTextAsync(state);
        await Expect(panel.Button(open)).ToHaveCountAsync(0);
        session.AssertNoScriptErrors();
    }

    [Theory]
    [InlineData("account", English, "Enrol", "Enrol now", "The customer is now a member of Bonus.")]
    [InlineData("contact", German, "Aufnehmen", "Jetzt aufnehmen", "Der Kunde ist jetzt Mitglied von Bonus.")]
    public async Task A_customer_is_enrolled_and_the_membership_opens(
        string table, int language, string open, string submit, string done)
    {
        Guid customer = Solution.Admin.Create(new Entity(table)
        {
            [table == "account" ? "name" : "lastname"] = "Newcomer",
        });
        PanelPage panel = await PanelPage.Open(
            session, Solution.At($"main.aspx?etn={table}&id={customer}&lcid={language}"), "customer");

        await panel.Button(open).ClickAsync();
        await panel.AssertAccessible();
        await panel.Button(submit).ClickAsync();
        await Expect(panel.Result).ToHaveTextAsync(done);
        await Expect(panel.Button(open)).ToHaveCountAsync(0);

        await panel.Button("Bonus").ClickAsync();
        await panel.Page.WaitForURLAsync("**etn=crmx_loyaltymember**");
        session.AssertNoScriptErrors();
    }

    private Guid AskForApproval(string name)
    {
        Guid member = Solution.MemberOf(Solution.ProduceAccountWithPoints(name, 10m));
        Solution.Adjust(member, AboveTheLimit);
        return Solution.Single("crmx_approval", "crmx_memberid", member).Id;
    }

    private Guid Reserve(string name)
    {
        Guid member = Solution.MemberOf(Solution.ProduceAccountWithPoints(name, 500m));
        return (Guid)Solution.Admin.Execute(new OrganizationRequest("crmx_ReservePoints")
        {
            ["Member"] = new EntityReference("crmx_loyaltymember", member),
            ["Points"] = 200,
            ["RequestId"] = Guid.NewGuid().ToString(),
        })["RedemptionId"];
    }

    private Task<PanelPage> OpenAs(int language, string role, string table, Guid row, string panel)
    {
        Guid user = Solution.ProduceUser(language, role);
        return PanelPage.Open(session, Solution.FormFor(user, table, row), panel);
    }
}
