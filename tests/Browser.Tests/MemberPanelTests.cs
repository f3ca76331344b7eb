using System;
using System.Threading.Tasks;
using Microsoft.Playwright;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using static Microsoft.Playwright.Assertions;

namespace CrmExtensions.Browser.Tests;

/// <summary>The panel of a member: what a clerk books without an API client.</summary>
public sealed class MemberPanelTests(BrowserSession session) : IClassFixture<BrowserSession>
{
    private const int English = 1033;
    private const int German = 1031;
    private const string Clerk = "CrmExtensions Loyalty Clerk";
    private const string Supervisor = "CrmExtensions Loyalty Supervisor";

    private ServedSolution Solution => session.Solution;

    [Theory]
    [InlineData(English, "Adjust", "Points (minus takes away)", "Reason", "Goodwill", "Book",
        "+50 points booked. New balance: 1,300.", "1,300", "Adjusted")]
    [InlineData(German, "Korrigieren", "Punkte (Minus zieht ab)", "Grund", "Kulanz", "Buchen",
        "+50 Punkte gebucht. Neuer Stand: 1.300.", "1.300", "Anpassung")]
    public async Task A_clerk_books_50_points_and_panel_and_form_show_the_new_balance(
        int language, string adjust, string points, string reason, string goodwill, string book,
        string done, string balance, string kind)
    {
        Guid member = ProduceMember("Contoso", 1250m);
        PanelPage panel = await OpenAs(member, language, Clerk);

        await panel.Button(adjust).ClickAsync();
        await panel.Field(points).FillAsync("50");
        await panel.Field(reason).SelectOptionAsync(new SelectOptionValue { Label = goodwill });
        await panel.AssertAccessible();
        await panel.Button(book).DblClickAsync();

        await Expect(panel.Result).ToHaveTextAsync(done);
        await Expect(panel.Facts.First).ToHaveTextAsync(balance);
        await Expect(panel.Page.Locator("#field-crmx_balance")).ToHaveValueAsync(balance);
        ILocator newest = panel.Frame.Locator("#entry-rows tr").First;
        await Expect(newest.GetByRole(AriaRole.Cell)).ToHaveTextAsync([kind, "+50", balance]);
        Assert.Equal(1, CountOf(member, "crmx_kind", 884320001));
        await panel.AssertAccessible();
        session.AssertNoScriptErrors();
    }

    [Theory]
    [InlineData(English, "Reserve", "Points", "Reserve points", "points")]
    [InlineData(German, "Reservieren", "Punkte", "Punkte reservieren", "Punkte")]
    public async Task What_the_server_refuses_is_shown_in_its_words_and_can_be_corrected(
        int language, string reserve, string points, string submit, string word)
    {
        Guid member = ProduceMember("Fabrikam", 500m);
        PanelPage panel = await OpenAs(member, language, Clerk);

        await panel.Button(reserve).ClickAsync();
        await panel.Field(points).FillAsync("3");
        await panel.Button(submit).ClickAsync();
        await Expect(panel.ProblemOf("reserve")).ToContainTextAsync("100");
        await Expect(panel.ProblemOf("reserve")).ToContainTextAsync(word);
        Assert.Equal(500, BalanceOf(member));

        await panel.Field(points).FillAsync("200");
        await panel.Button(submit).ClickAsync();
        await Expect(panel.Result).ToContainTextAsync("200");
        await Expect(panel.Facts.First).ToHaveTextAsync("300");
        Assert.Equal(300, BalanceOf(member));
    }

    [Fact]
    public async Task A_right_that_was_taken_away_meanwhile_is_told_plainly()
    {
        Guid member = ProduceMember("Wingtip", 300m);
        Guid user = Solution.ProduceUser(English, Clerk);
        PanelPage panel = await PanelPage.Open(
            session, Solution.FormFor(user, "crmx_loyaltymember", member), "member");
        await panel.Button("Leave").ClickAsync();
        Solution.Admin.Disassociate("systemuser", user, new Relationship("systemuserroles_association"),
            [Solution.Single("role", "name", Clerk).ToEntityReference()]);

        await panel.Button("End membership").ClickAsync();

        await Expect(panel.ProblemOf("leave")).ToContainTextAsync("You may not do this.");
        Assert.Equal(300, BalanceOf(member));
    }

    [Fact]
    public async Task A_supervisor_transfers_points_to_a_member_found_by_name()
    {
        Guid member = ProduceMember("Litware", 300m);
        Guid other = ProduceMember("Northwind", 10m);
        AllowTransfers();
        PanelPage panel = await OpenAs(member, English, Supervisor);

        await Transfer(panel, "Northwind", "100");

        await Expect(panel.Result).ToContainTextAsync("New balance: 200.");
        Assert.Equal(200, BalanceOf(member));
        Assert.Equal(110, BalanceOf(other));
    }

    [Fact]
    public async Task An_empty_field_is_named_before_the_server_is_asked_and_Escape_closes()
    {
        PanelPage panel = await OpenAs(ProduceMember("Tailspin", 20m), English, Clerk);

        await panel.Button("Adjust").FocusAsync();
        await panel.Page.Keyboard.PressAsync("Enter");
        await Expect(panel.Field("Points (minus takes away)")).ToBeFocusedAsync();
        await panel.Page.Keyboard.PressAsync("Enter");
        await Expect(panel.ProblemOf("adjust")).ToHaveTextAsync("Fill in: Points (minus takes away)");
        await panel.Page.Keyboard.PressAsync("Escape");

        await Expect(panel.Button("Adjust")).ToBeFocusedAsync();
        await Expect(panel.Button("Book")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Leaving_is_said_to_be_final_and_ends_the_actions()
    {
        Guid member = ProduceMember("Adventure", 40m);
        PanelPage panel = await OpenAs(member, English, Clerk);

        await panel.Button("Leave").ClickAsync();
        await Expect(panel.Frame.Locator("#leave-warning")).ToContainTextAsync("the 40 points");
        await panel.Button("End membership").ClickAsync();

        await Expect(panel.Result).ToContainTextAsync("The membership has ended.");
        await Expect(panel.Button("Adjust")).ToHaveCountAsync(0);
        await Expect(panel.Frame.Locator("#inactive")).ToContainTextAsync("Left");
    }

    private static async Task Transfer(PanelPage panel, string name, string points)
    {
        await panel.Button("Transfer").ClickAsync();
        await panel.Field("Name of the receiving member").FillAsync(name);
        await panel.Button("Find").ClickAsync();
        await Expect(panel.Field("Receiving member").Locator("option")).ToHaveCountAsync(1);
        await panel.Field("Points").FillAsync(points);
        await panel.Button("Transfer points").ClickAsync();
    }

    private void AllowTransfers() => Solution.Admin.Update(new Entity("crmx_loyaltyprogram", Solution.ProgrammeId)
    {
        ["crmx_transferlimit"] = 1000,
        ["crmx_transfersperyear"] = 10,
    });

    private Guid ProduceMember(string name, decimal points) =>
        Solution.MemberOf(Solution.ProduceAccountWithPoints(name, points));

    private Task<PanelPage> OpenAs(Guid member, int language, string role)
    {
        Guid user = Solution.ProduceUser(language, role);
        return PanelPage.Open(session, Solution.FormFor(user, "crmx_loyaltymember", member), "member");
    }

    private int BalanceOf(Guid member) => Solution.Admin
        .Retrieve("crmx_loyaltymember", member, new ColumnSet("crmx_balance")).GetAttributeValue<int>("crmx_balance");

    private int CountOf(Guid member, string column, int value)
    {
        QueryExpression query = new("crmx_loyaltyentry");
        query.Criteria.AddCondition("crmx_memberid", ConditionOperator.Equal, member);
        query.Criteria.AddCondition(column, ConditionOperator.Equal, value);
        return Solution.Admin.RetrieveMultiple(query).Entities.Count;
    }
}
