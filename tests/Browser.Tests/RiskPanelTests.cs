using System;
using System.Threading.Tasks;
using Microsoft.Playwright;
using Microsoft.Xrm.Sdk;
using static Microsoft.Playwright.Assertions;

namespace CrmExtensions.Browser.Tests;

/// <summary>The panel of a customer's risk: what <c>crmx_GetRisk</c> says, in the reader's language.</summary>
public sealed class RiskPanelTests(BrowserSession session) : IClassFixture<BrowserSession>
{
    private ServedSolution Solution => session.Solution;

    [Theory]
    [InlineData(1033, "This is advice")]
    [InlineData(1031, "Dies ist ein Rat")]
    public async Task The_panel_says_what_the_server_says_in_the_readers_language(int language, string advice)
    {
        Guid account = Solution.ProduceAccountWithPoints("Contoso", 120m);
        Guid user = Solution.ProduceUser(language, "System Administrator");
        ParameterCollection said = Solution.Dataverse.Connect(user).Execute(new OrganizationRequest("crmx_GetRisk")
        {
            ["Account"] = new EntityReference("account", account),
        }).Results;

        PanelPage panel = await PanelPage.Open(session, Solution.FormFor(user, "account", account), "risk");

        Assert.NotEmpty((string)said["Standing"]);
        await Expect(panel.Frame.Locator("#standing")).ToHaveTextAsync((string)said["Standing"]);
        await Expect(panel.Frame.Locator("#outlook")).ToHaveTextAsync((string)said["Outlook"]);
        await Expect(panel.Frame.Locator("#reasons li")).ToHaveTextAsync((string[])said["Reasons"]);
        await Expect(panel.Frame.GetByText(advice)).ToBeVisibleAsync();
        await panel.AssertAccessible();
        session.AssertNoScriptErrors();
    }
}
