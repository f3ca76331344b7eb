using System;
using System.Threading.Tasks;
using Microsoft.Playwright;
using Microsoft.Xrm.Sdk;
using static Microsoft.Playwright.Assertions;

namespace CrmExtensions.Browser.Tests;

/// <summary>The shipped form script, unchanged out of the packed zip, in a real browser.</summary>
public sealed class AccountFormTests(BrowserSession session) : IClassFixture<BrowserSession>
{
    private const int English = 1033;
    private const int German = 1031;

    private ServedSolution Solution => session.Solution;

    [Theory]
    [InlineData(English, "Loyalty balance: 1,250 points", "Exclude from Loyalty")]
    [InlineData(German, "Punktestand: 1.250 Punkte", "Vom Treueprogramm ausgenommen")]
    public async Task The_balance_stands_above_the_form_in_the_users_language(int language, string notice, string label)
    {
        Guid account = Solution.ProduceAccountWithPoints("Contoso", 1250m);

        IPage page = await session.OpenForm(Solution.FormOf(account, language));

        await Expect(Notice(page)).ToContainTextAsync(notice);
        await Expect(page.GetByLabel(label)).ToBeVisibleAsync();
        await Expect(page.Locator("h1")).ToHaveTextAsync("Contoso");
        session.AssertNoScriptErrors();
    }

    [Theory]
    [InlineData(English, "Balance")]
    [InlineData(German, "Punktestand")]
    public async Task A_list_in_the_form_has_the_columns_of_the_view_that_the_form_names(int language, string balance)
    {
        Guid account = Solution.ProduceAccountWithPoints("Contoso", 1250m);

        IPage page = await session.OpenForm(Solution.FormOf(account, language));

        ILocator memberships = page.Locator("[data-grid=subgrid_memberships]");
        await Expect(memberships.Locator("th", new LocatorLocatorOptions { HasTextString = balance }))
            .ToHaveCountAsync(1);
        await Expect(memberships.Locator("tbody tr")).ToContainTextAsync(language == German ? "1.250" : "1,250");
        session.AssertNoScriptErrors();
    }

    [Fact]
    public async Task An_account_that_never_earned_says_so()
    {
        IPage page = await session.OpenForm(Solution.FormOf(Solution.ProduceAccount("Fabrikam"), English));

        await Expect(Notice(page)).ToHaveTextAsync("No loyalty points yet");
        session.AssertNoScriptErrors();
    }

    [Fact]
    public async Task Switching_the_exclusion_by_keyboard_changes_the_notice_and_Save_keeps_it()
    {
        Guid account = Solution.ProduceAccountWithPoints("Adventure Works", 70m);
        IPage page = await session.OpenForm(Solution.FormOf(account, English));

        await page.GetByLabel("Exclude from Loyalty").FocusAsync();
        await page.Keyboard.PressAsync("Space");
        await Expect(Notice(page)).ToContainTextAsync("excluded from the loyalty programme");
        Assert.False(Solution.Account(account).GetAttributeValue<bool>("crmx_loyaltyexcluded"));

        await page.GetByLabel("Account Name").FillAsync("Adventure Works Ltd");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("#state")).ToHaveTextAsync("Saved");

        Entity stored = Solution.Account(account);
        Assert.True(stored.GetAttributeValue<bool>("crmx_loyaltyexcluded"));
        Assert.Equal("Adventure Works Ltd", stored["name"]);
        Assert.Equal(70, stored["crmx_pointsbalance"]);
        await page.ReloadAsync();
        await Expect(Notice(page)).ToContainTextAsync("excluded from the loyalty programme");
        session.AssertNoScriptErrors();
    }

    [Fact]
    public async Task A_new_account_is_created_with_its_form()
    {
        IPage page = await session.OpenForm(Solution.At("main.aspx?etn=account&pagetype=entityrecord"));
        await Expect(Notice(page)).ToHaveCountAsync(0);

        await page.GetByLabel("Account Name").FillAsync("Northwind");
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Save" }).ClickAsync();

        await Expect(page.Locator("h1")).ToHaveTextAsync("Northwind");
        await Expect(Notice(page)).ToHaveTextAsync("No loyalty points yet");
        session.AssertNoScriptErrors();
    }

    [Fact]
    public async Task A_name_with_markup_is_shown_as_text()
    {
        const string Name = "<img src=x onerror=alert(1)></script><b>Bobby</b>";

        IPage page = await session.OpenForm(Solution.FormOf(Solution.ProduceAccount(Name), English));

        await Expect(page.Locator("h1")).ToHaveTextAsync(Name);
        Assert.Equal(Name, await page.GetByLabel("Account Name").InputValueAsync());
        Assert.Equal(0, await page.Locator("main img, main b").CountAsync());
        await page.GotoAsync(Solution.At("main.aspx?etn=account"));
        await Expect(page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = Name })).ToBeVisibleAsync();
        session.AssertNoScriptErrors();
    }

    [Fact]
    public async Task What_the_client_api_lacks_is_refused_by_name()
    {
        IPage page = await session.OpenForm(Solution.FormOf(Solution.ProduceAccount("Tailspin"), English));

        string message = await page.EvaluateAsync<string>(
            "() => { try { Xrm.Utility.lookupObjects({}); return ''; } catch (e) { return e.message; } }");

        Assert.Equal("Xrm.Utility.lookupObjects is not supported by the local Dataverse.", message);
    }

    [Fact]
    public async Task The_web_api_of_the_client_reads_and_writes_rows()
    {
        Guid account = Solution.ProduceAccount("Litware");
        IPage page = await session.OpenForm(Solution.FormOf(account, English));

        string name = await page.EvaluateAsync<string>(
            """
            async (id) => {
              const made = await Xrm.WebApi.createRecord('contact', {
                lastname: 'Maier', 'parentcustomerid_account@odata.bind': `/accounts(${id})` });
              const found = await Xrm.WebApi.retrieveMultipleRecords('contact',
                `?$select=lastname&$filter=_parentcustomerid_value eq ${id}`);
              await Xrm.WebApi.updateRecord('contact', made.id, { lastname: found.entities[0].lastname + '-Huber' });
              const row = await Xrm.WebApi.retrieveRecord('contact', made.id, '?$select=lastname');
              return row.lastname;
            }
            """,
            account);

        Assert.Equal("Maier-Huber", name);
        session.AssertNoScriptErrors();
    }

    private static ILocator Notice(IPage page) => page.Locator("#notifications .notification");
}
