using System;
using System.Threading.Tasks;
using Microsoft.Playwright;
using Microsoft.Xrm.Sdk;
using static Microsoft.Playwright.Assertions;

namespace CrmExtensions.Browser.Tests;

/// <summary>The panel of what a customer buys again and of what goes with it.</summary>
public sealed class RecommendationPanelTests(BrowserSession session) : IClassFixture<BrowserSession>
{
    private ServedSolution Solution => session.Solution;

    [Theory]
    [InlineData("account", 1033, "Buy again", "Goes with it", "Nothing is due again.")]
    [InlineData("contact", 1031, "Wieder kaufen", "Passt dazu", "Nichts ist wieder fällig.")]
    public async Task Both_lists_have_their_own_heading_and_say_when_they_are_empty(
        string table, int language, string again, string with, string none)
    {
        Guid customer = Solution.Admin.Create(new Entity(table)
        {
            [table == "account" ? "name" : "lastname"] = "Newcomer",
        });
        Guid user = Solution.ProduceUser(language, "System Administrator");

        PanelPage panel = await PanelPage.Open(session, Solution.FormFor(user, table, customer), "recommendations");

        await Expect(panel.Frame.Locator("h2")).ToHaveTextAsync([again, with]);
        await Expect(panel.Frame.Locator("#again-none")).ToHaveTextAsync(none);
        await Expect(panel.Frame.Locator("#problem")).ToBeEmptyAsync();
        await panel.AssertAccessible();
        session.AssertNoScriptErrors();
    }
}
