using System;
using System.Threading.Tasks;
using Microsoft.Playwright;
using Microsoft.Xrm.Sdk;
using static Microsoft.Playwright.Assertions;

namespace CrmExtensions.Browser.Tests;

/// <summary>
/// The programme's form says whether scheduled work runs, and lets a clock that stands still be found.
/// </summary>
public sealed class SchedulePanelTests(BrowserSession session) : IClassFixture<BrowserSession>
{
    private const int English = 1033;
    private const int German = 1031;
    private const string Administrator = "CrmExtensions Loyalty Administrator";

    private ServedSolution Solution => session.Solution;

    [Theory]
    [InlineData(English, "The schedule has not been heard of for six hours or more.", "Repair schedule", "Repair now",
        "Created again: 0.", "The schedule runs.")]
    [InlineData(German, "Vom Zeitplan war seit mindestens sechs Stunden nichts zu hören.", "Zeitplan reparieren",
        "Jetzt reparieren", "Wieder angelegt: 0.", "Der Zeitplan läuft.")]
    public async Task A_lost_heartbeat_becomes_a_finding_when_an_administrator_looks(
        int language, string lost, string repair, string submit, string done, string runs)
    {
        BeatBefore(TimeSpan.FromDays(2));
        PanelPage panel = await Open(language, Administrator);

        await Expect(panel.Frame.Locator("#standing")).ToContainTextAsync(lost);
        await Expect(panel.Button("heartbeat-lost")).ToBeVisibleAsync();
        Entity finding = Solution.Single("crmx_healthfinding", "crmx_code", "heartbeat-lost");
        Assert.False(finding.Contains("crmx_resolvedon"));
        await panel.Button(repair).ClickAsync();
        await panel.AssertAccessible();
        await panel.Button(submit).ClickAsync();
        await Expect(panel.Result).ToHaveTextAsync(done);

        BeatBefore(TimeSpan.Zero);
        Solution.Admin.Execute(new OrganizationRequest("crmx_RunDueWork"));
        panel = await Open(language, Administrator);
        await Expect(panel.Frame.Locator("#standing")).ToHaveTextAsync(runs);
        await Expect(panel.Button("heartbeat-lost")).ToHaveCountAsync(0);
        session.AssertNoScriptErrors();
    }

    [Fact]
    public async Task A_clerk_is_told_that_this_is_not_shown()
    {
        PanelPage panel = await Open(English, "CrmExtensions Loyalty Clerk");

        await Expect(panel.Denied).ToContainTextAsync("Your role does not show this.");
        await Expect(panel.Button("Repair schedule")).ToHaveCountAsync(0);
    }

    private void BeatBefore(TimeSpan age)
    {
        Solution.Dataverse.RunAsyncJobs();
        Entity heart = Solution.Single("crmx_heartbeat", "statecode", 0);
        Solution.Admin.Update(new Entity(heart.LogicalName, heart.Id)
        {
            ["crmx_beaton"] = DateTime.UtcNow - age,
        });
    }

    private Task<PanelPage> Open(int language, string role)
    {
        Guid user = Solution.ProduceUser(language, role);
        return PanelPage.Open(
            session, Solution.FormFor(user, "crmx_loyaltyprogram", Solution.ProgrammeId), "schedule");
    }
}
