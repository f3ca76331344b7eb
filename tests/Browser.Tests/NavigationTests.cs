using System.Threading.Tasks;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CrmExtensions.Browser.Tests;

public sealed class NavigationTests(BrowserSession session) : IClassFixture<BrowserSession>
{
    [Fact]
    public async Task From_the_site_map_over_a_view_to_a_row_and_its_members_in_german()
    {
        session.Solution.ProduceAccountWithPoints("Wingtip", 40m);
        IPage page = await session.Open(session.Solution.At("?lcid=1031"));

        await Expect(page.GetByRole(AriaRole.Heading, new PageGetByRoleOptions { Name = "Kunden", Exact = true }).First)
            .ToBeVisibleAsync();
        await page.Locator("article h3 a").First.ClickAsync();
        await Link(page, "Firmen nach Punkten").ClickAsync();
        await Expect(page.GetByRole(AriaRole.Columnheader, new PageGetByRoleOptions { Name = "Punktestand" }))
            .ToBeVisibleAsync();
        await Link(page, "Wingtip").ClickAsync();
        await page.WaitForSelectorAsync("html[data-ready=true]");

        await Expect(page.Locator("legend").Filter(new() { HasText = "Mitgliedschaften" })).ToBeVisibleAsync();
        await Expect(page.Locator("[data-section=section_memberships] tbody tr")).ToHaveCountAsync(1);
        session.AssertNoScriptErrors();
    }

    [Theory]
    [InlineData("crmx_loyaltymember")]
    [InlineData("crmx_loyaltyprogram")]
    [InlineData("salesorder")]
    public async Task Every_table_has_a_page_for_its_rows(string table)
    {
        session.Solution.ProduceAccountWithPoints("Proseware", 15m);
        IPage page = await session.Open(session.Solution.At($"main.aspx?etn={table}"));

        await page.Locator("tbody a").First.ClickAsync();
        await page.WaitForSelectorAsync("html[data-ready=true]");

        session.AssertNoScriptErrors();
    }

    private static ILocator Link(IPage page, string name) =>
        page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = name });
}
