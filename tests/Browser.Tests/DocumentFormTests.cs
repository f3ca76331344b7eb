using System;
using System.Threading.Tasks;
using Microsoft.Playwright;
using Microsoft.Xrm.Sdk;
using static Microsoft.Playwright.Assertions;

namespace CrmExtensions.Browser.Tests;

/// <summary>The form of ours for an opportunity, a quote and an order, where recommendations become lines.</summary>
public sealed class DocumentFormTests(BrowserSession session) : IClassFixture<BrowserSession>
{
    private const int English = 1033;
    private const int German = 1031;
    private const string Administrator = "System Administrator";

    private ServedSolution Solution => session.Solution;

    [Theory]
    [InlineData("opportunity", "account", English, "Add: Toner", "Quantity", "Add line",
        "Toner is now a line of the document.")]
    [InlineData("quote", "contact", German, "Hinzufügen: Toner", "Menge", "Position hinzufügen",
        "Toner ist jetzt eine Position des Belegs.")]
    [InlineData("salesorder", "account", English, "Add: Toner", "Quantity", "Add line",
        "Toner is now a line of the document.")]
    [Trait("Rule", "X10")]
    public async Task Accepting_makes_a_line_with_price_and_unit_of_the_document(
        string table, string customers, int language, string accept, string quantity, string submit, string done)
    {
        ServedShop shop = new(Solution);
        shop.Relate("Printer", "Toner");
        EntityReference document = shop.Open(table, Customer(customers), "Printer");
        PanelPage panel = await Open(document, language);

        await panel.Button(accept).ClickAsync();
        await panel.Field(quantity).FillAsync("3");
        await panel.AssertAccessible();
        await panel.Button(submit).ClickAsync();

        await Expect(panel.Result).ToHaveTextAsync(done);
        await Expect(panel.Button(accept)).ToHaveCountAsync(0);
        await Expect(Lines(panel)).ToHaveCountAsync(2);
        await Expect(Lines(panel).Nth(1)).ToContainTextAsync("Toner");
        await Expect(panel.Page.Locator("#field-totalamount"))
            .ToHaveValueAsync(language == German ? "40,00" : "40.00");
        Entity line = Assert.IsType<Entity>(shop.LineOf(document, "Toner"));
        Assert.Equal(3m, line["quantity"]);
        Assert.Equal(shop.Unit, line["uomid"]);
        Assert.Equal(10m, ((Money)line["priceperunit"]).Value);
        session.AssertNoScriptErrors();
    }

    [Theory]
    [InlineData("opportunity", "contact", English, "Reject: Toner", "Reason", "Too expensive", "Reject product")]
    [InlineData("quote", "account", English, "Reject: Toner", "Reason", "Too expensive", "Reject product")]
    [InlineData("salesorder", "contact", German, "Ablehnen: Toner", "Grund", "Zu teuer", "Produkt ablehnen")]
    [Trait("Rule", "X09")]
    public async Task A_product_that_is_rejected_with_a_reason_is_gone(
        string table, string customers, int language, string reject, string label, string reason, string submit)
    {
        ServedShop shop = new(Solution);
        shop.Relate("Printer", "Toner");
        EntityReference document = shop.Open(table, Customer(customers), "Printer");
        PanelPage panel = await Open(document, language);

        await panel.Button(reject).ClickAsync();
        await panel.Field(label).SelectOptionAsync(reason);
        await panel.AssertAccessible();
        await panel.Button(submit).ClickAsync();

        await Expect(panel.Result).ToContainTextAsync("Toner");
        await Expect(panel.Button(reject)).ToHaveCountAsync(0);
        Assert.Null(shop.LineOf(document, "Toner"));
        Entity kept = Solution.Single("crmx_recommendation", "crmx_documentid", document.Id.ToString("D"));
        Assert.Equal(884320002, ((OptionSetValue)kept["crmx_rejectreason"]).Value);
        await panel.Page.ReloadAsync();
        await Expect(panel.Frame.Locator("#panel[aria-busy=false]")).ToBeVisibleAsync();
        await Expect(panel.Button(reject)).ToHaveCountAsync(0);
        session.AssertNoScriptErrors();
    }

    [Fact]
    public async Task A_closed_document_says_why_it_takes_no_line()
    {
        ServedShop shop = new(Solution);
        shop.Relate("Printer", "Toner");
        EntityReference order = shop.Open("salesorder", Customer("account"), "Printer");
        PanelPage panel = await Open(order, English);
        await panel.Button("Add: Toner").ClickAsync();
        Solution.Fulfil(order);

        await panel.Button("Add line").ClickAsync();

        await Expect(panel.ProblemOf("accept")).Not.ToBeEmptyAsync();
        Assert.Null(shop.LineOf(order, "Toner"));
    }

    private static ILocator Lines(PanelPage panel) =>
        panel.Page.Locator("[data-grid=subgrid_lines] tbody tr");

    private EntityReference Customer(string table) => new(table, Solution.Admin.Create(new Entity(table)
    {
        [table == "account" ? "name" : "lastname"] = "Buyer",
    }));

    private Task<PanelPage> Open(EntityReference document, int language)
    {
        Guid user = Solution.ProduceUser(language, Administrator);
        return PanelPage.Open(
            session, Solution.FormFor(user, document.LogicalName, document.Id), "recommendations");
    }
}
