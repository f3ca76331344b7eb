using System;
using System.Collections.Generic;
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

    public PanelPage(IPage page, string name)
    {
        Page = page;
        _name = name;
        Frame = page.FrameLocator($"iframe[data-control=WebResource_crmx_{name}]");
    }

    public IPage Page { get; }

    public IFrameLocator Frame { get; }

    public ILocator Result => Frame.Locator("#result");

    /// <summary>The sentence about what the user's role keeps away.</summary>
    public ILocator Denied => Frame.Locator("#denied");

    public ILocator Facts => Frame.Locator("#facts dd");

    /// <param name="name">Of the panel: its page is <c>crmx_/panels/NAME.html</c>.</param>
    /// <param name="watch">Takes the addresses of all requests of the page.</param>
    public static async Task<PanelPage> Open(
        BrowserSession session, string address, string name, ICollection<string>? watch = null)
    {
        PanelPage opened = new(await session.OpenForm(address, watch), name);
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

    /// <summary>Runs a script inside the panel.</summary>
    public Task<T> Script<T>(string script) => FrameOf().EvaluateAsync<T>(script);

    /// <inheritdoc cref="Script{T}" />
    public Task Script(string script) => FrameOf().EvaluateAsync(script);

    /// <summary>What axe finds wrong in the panel as it is now; its source comes with the web resources.</summary>
    public async Task AssertAccessible()
    {
        string axe = await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "axe.min.js"));
        await Script(axe + "; undefined");
        string[] faults = await Script<string[]>(
            "async () => (await axe.run(document, { iframes: false })).violations"
            + ".map(one => `${one.id}: ${one.nodes.map(node => node.html).join(' | ')}`)");
        Assert.True(faults.Length == 0, string.Join(Environment.NewLine, faults));
    }

    private IFrame FrameOf() => Page.Frames.Single(
        one => one.Url.Contains($"/panels/{_name}.html", StringComparison.Ordinal));
}
