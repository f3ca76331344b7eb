using System;
using System.Threading.Tasks;
using Microsoft.Playwright;
using Microsoft.Xrm.Sdk;
using static Microsoft.Playwright.Assertions;

namespace CrmExtensions.Browser.Tests;

/// <summary>The points of a document: what it would earn, and points that pay for it.</summary>
public sealed class PointsPanelTests(BrowserSession session) : IClassFixture<BrowserSession>
{
    private const int English = 1033;
    private const int German = 1031;
    private const string Clerk = "CrmExtensions Loyalty Clerk";
    private const string Seller = "CrmExtensions Seller";

    private ServedSolution Solution => session.Solution;

    [Theory]
    [InlineData("quote", English, "Pay with points", "Points at most", "Reserve for this document",
        "200 points reserved: the document costs 2.00 less.", "200 points (value 2.00)", "Reserved", "8.00")]
    [InlineData("salesorder", German, "Mit Punkten bezahlen", "Höchstens Punkte", "Für diesen Beleg reservieren",
        "200 Punkte reserviert: Der Beleg kostet 2,00 weniger.", "200 Punkte (Wert 2,00)", "Reserviert", "8,00")]
    public async Task Points_of_the_customer_pay_for_a_document(
        string table, int language, string pay, string points, string submit, string done, string paid, string state,
        string total)
    {
        EntityReference document = Sell(table);
        PanelPage panel = await Open(document, language, Clerk);
        await Expect(panel.Facts.First).ToHaveTextAsync("10");
        await Expect(panel.Facts.Last).ToContainTextAsync(language == German ? "500 Punkte" : "500 points");

        await panel.Button(pay).ClickAsync();
        await panel.Field(points).FillAsync("200");
        await panel.AssertAccessible();
        await panel.Button(submit).DblClickAsync();

        await Expect(panel.Result).ToHaveTextAsync(done);
        await Expect(panel.Frame.Locator("#payments li")).ToHaveTextAsync([paid + state]);
        await Expect(panel.Page.Locator("#field-totalamount")).ToHaveValueAsync(total);
        Entity redemption = Solution.Single("crmx_redemption", "crmx_documentid", document.Id.ToString("D"));
        Assert.Equal(200, redemption["crmx_points"]);
        await panel.Button(paid).ClickAsync();
        await panel.Page.WaitForURLAsync("**etn=crmx_redemption**");
        session.AssertNoScriptErrors();
    }

    [Fact]
    public async Task An_opportunity_shows_what_it_would_earn_and_is_not_paid()
    {
        PanelPage panel = await Open(Sell("opportunity"), English, Clerk);

        await Expect(panel.Facts.First).ToHaveTextAsync("10");
        await Expect(panel.Button("Pay with points")).ToHaveCountAsync(0);
        await Expect(panel.Denied).ToBeHiddenAsync();
    }

    [Fact]
    public async Task Whoever_books_no_points_sees_none_here()
    {
        PanelPage panel = await Open(Sell("quote"), English, Seller);

        await Expect(panel.Denied).ToContainTextAsync("Your role does not show this.");
        await Expect(panel.Frame.Locator("#content")).ToBeHiddenAsync();
        session.AssertNoScriptErrors();
    }

    /// <summary>An open document over 10.00 of a customer with 500 points, which are worth 5.00.</summary>
    private EntityReference Sell(string table)
    {
        EntityReference customer = new("account", Solution.ProduceAccountWithPoints("Buyer", 500m));
        return new ServedShop(Solution).Open(table, customer, "Printer");
    }

    private Task<PanelPage> Open(EntityReference document, int language, string role)
    {
        const string Sales = "Sales";
        Solution.Dataverse.AddRole(Sales, Microsoft.Crm.Sdk.Messages.PrivilegeDepth.Global,
            "prvReadQuote", "prvWriteQuote", "prvReadOrder", "prvWriteOrder", "prvReadOpportunity",
            "prvWriteOpportunity", "prvReadProduct", "prvReadAccount", "prvReadContact");
        Guid user = Solution.ProduceUser(language, role, Sales);
        return PanelPage.Open(session, Solution.FormFor(user, document.LogicalName, document.Id), "points");
    }
}
