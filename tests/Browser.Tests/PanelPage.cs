using System;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CrmExtensions.Browser.Tests;

/// <summary>A form with one of the product's panels in it.</summary>
internal sealed class PanelPage
{
    private readonly string _name;

    private PanelPage(IPage page, string name)
    {
        Page = page;
        _name = name;
        Frame = page.FrameLocator($"iframe[data-control=WebResource_crmx_{name}]");
    }

    public IPage Page { get; }

    public IFrameLocator Frame { get; }

    public ILocator Result => Frame.Locator("#result");

    public ILocator Facts => Frame.Locator("#facts dd");

    /// <param name="name">Of the panel: its page is <c>crmx_/panels/NAME.html</c>.</param>
    public static async Task<PanelPage> Open(BrowserSession session, string address, string name)
    {
        PanelPage opened = new(await session.OpenForm(address), name);
        await Expect(opened.Frame.Locator("#panel[aria-busy=false]")).ToBeVisibleAsync();
        return opened;
    }

    public ILocator Button(string name) =>
        Frame.GetByRole(AriaRole.Button, new FrameLocatorGetByRoleOptions { Name = name, Exact = true });

    /// <summary>Of the open form: forms have fields of the same name.</summary>
    public ILocator Field(string label) => Frame
        .GetByLabel(label, new FrameLocatorGetByLabelOptions { Exact = true })
        .Filter(new LocatorFilterOptions { Visible = true });

    public ILocator ProblemOf(string form) => Frame.Locator($"#{form}-problem");

    /// <summary>What axe finds wrong in the panel as it is now; its source comes with the web resources.</summary>
    public async Task AssertAccessible()
    {
        IFrame frame = Page.Frames.Single(
            one => one.Url.Contains($"/panels/{_name}.html", StringComparison.Ordinal));
        string axe = await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "axe.min.js"));
        await frame.EvaluateAsync(axe + "; undefined");
        string[] faults = await frame.EvaluateAsync<string[]>(
            "async () => (await axe.run(document, { iframes: false })).violations"
            + ".map(one => `${one.id}: ${one.nodes.map(node => node.html).join(' | ')}`)");
        Assert.True(faults.Length == 0, string.Join(Environment.NewLine, faults));
    }
}
