using System;
using System.Threading.Tasks;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CrmExtensions.Browser.Tests;

/// <summary>The panel of an entry: which rule gave how many points on which line.</summary>
public sealed class BreakdownPanelTests(BrowserSession session) : IClassFixture<BrowserSession>
{
    private const int English = 1033;
    private const int German = 1031;

    private ServedSolution Solution => session.Solution;

    [Theory]
    [InlineData(English, "Base rate", "1,250.00", "+1,250", "Which rule gave how many points")]
    [InlineData(German, "Grundsatz", "1.250,00", "+1.250", "Welche Regel wie viele Punkte gab")]
    public async Task Rules_lines_and_sums_stand_in_the_readers_language(
        int language, string rule, string amount, string points, string caption)
    {
        IFrameLocator panel = await OpenPanel(ProduceEntry("Contoso", 1250m), language);

        ILocator row = panel.Locator("#parts tr");
        await Expect(row).ToHaveCountAsync(1);
        await Expect(row.GetByRole(AriaRole.Rowheader)).ToHaveTextAsync(rule);
        await Expect(row.GetByRole(AriaRole.Cell)).ToHaveTextAsync(["Write-in", "1", amount, points]);
        await Expect(panel.Locator("tfoot td")).ToHaveTextAsync([amount, points]);
        await Expect(panel.Locator("caption")).ToHaveTextAsync(caption);
        session.AssertNoScriptErrors();
    }

    [Fact]
    public async Task An_entry_without_lines_says_that_it_has_no_breakdown()
    {
        Guid member = Solution.MemberOf(Solution.ProduceAccountWithPoints("Fabrikam", 10m));
        Guid entry = Solution.Adjust(member, 5);

        IFrameLocator panel = await OpenPanel(entry, English);

        await Expect(panel.GetByText("there is no breakdown")).ToBeVisibleAsync();
        await Expect(panel.GetByRole(AriaRole.Table)).ToHaveCountAsync(0);
        session.AssertNoScriptErrors();
    }

    private Guid ProduceEntry(string name, decimal points)
    {
        Guid member = Solution.MemberOf(Solution.ProduceAccountWithPoints(name, points));
        return Solution.Single("crmx_loyaltyentry", "crmx_memberid", member).Id;
    }

    private async Task<IFrameLocator> OpenPanel(Guid entry, int language)
    {
        IPage page = await session.OpenForm(Solution.At($"main.aspx?etn=crmx_loyaltyentry&id={entry}&lcid={language}"));
        IFrameLocator panel = page.FrameLocator("iframe[data-control=WebResource_crmx_breakdown]");
        await Expect(panel.Locator("#panel[aria-busy=false]")).ToBeVisibleAsync();
        return panel;
    }
}
