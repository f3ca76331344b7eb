using System;
using System.Threading.Tasks;
using Microsoft.Playwright;

namespace CrmExtensions.Browser.Tests;

/// <summary>
/// Panels for those who enlarge or recolour: content flows anew in 320 CSS pixels (WCAG 1.4.10), text grows to 200 %
/// (1.4.4), and nothing is told by a colour that the user's own colours take away.
/// </summary>
public sealed class PanelAdaptationTests(BrowserSession session) : IClassFixture<BrowserSession>
{
    private const int NarrowWidth = 320;

    /// <summary>What stands outside the page, where reading would need scrolling in two directions.</summary>
    private const string Overflowing =
        """
        () => {
          const width = document.documentElement.clientWidth;
          const faults = [];
          if (document.documentElement.scrollWidth > width) {
            faults.push(`the page is ${document.documentElement.scrollWidth} wide, not ${width}`);
          }
          for (const one of document.querySelectorAll('body *')) {
            // Tables of data may be scrolled within their own region.
            if (one.closest('.scroll') || one.closest('.hidden') || one.getClientRects().length === 0) continue;
            const box = one.getBoundingClientRect();
            const what = one.outerHTML.slice(0, 120);
            if (box.right > width + 0.5 || box.left < -0.5) faults.push(`${what} ends at ${box.right}`);
            const isCut = getComputedStyle(one).overflowX === 'hidden' && one.scrollWidth > one.clientWidth + 1;
            if (isCut && one.clientWidth > 0) faults.push(`${what} is cut off`);
          }
          return faults;
        }
        """;

    /// <summary>What cannot be told apart any more when all colours are the user's.</summary>
    private const string Colourless =
        """
        () => {
          const faults = [];
          if (!matchMedia('(forced-colors: active)').matches) faults.push('the colours are not forced');
          for (const one of document.querySelectorAll('button, input, select, textarea')) {
            if (one.getClientRects().length === 0) continue;
            const what = one.outerHTML.slice(0, 120);
            const style = getComputedStyle(one);
            const isLink = style.textDecorationLine.includes('underline');
            if (!isLink && (style.borderTopStyle === 'none' || parseFloat(style.borderTopWidth) < 1)) {
              faults.push(`${what} has no border`);
            }
            if (parseFloat(style.opacity) < 1) faults.push(`${what} is paler than the user's colours`);
            one.focus();
            const focused = getComputedStyle(one);
            const isSeen = focused.outlineStyle !== 'none' && parseFloat(focused.outlineWidth) >= 2;
            if (!one.disabled && !isSeen) faults.push(`${what} shows no focus`);
          }
          return faults;
        }
        """;

    [Theory]
    [MemberData(nameof(PanelSample.Names), MemberType = typeof(PanelSample))]
    public async Task A_panel_flows_anew_in_320_pixels(string name)
    {
        PanelPage panel = await new PanelSample(session).Open(name);
        await panel.Page.SetViewportSizeAsync(NarrowWidth, 640);

        await PanelSample.LookAtEach(panel, () => AssertNone(panel, Overflowing));
        session.AssertNoScriptErrors();
    }

    [Theory]
    [MemberData(nameof(PanelSample.Names), MemberType = typeof(PanelSample))]
    public async Task A_panel_keeps_everything_in_view_with_text_of_200_percent(string name)
    {
        PanelPage panel = await new PanelSample(session).Open(name);
        await panel.Page.SetViewportSizeAsync(2 * NarrowWidth, 640);
        await panel.Script("() => { document.documentElement.style.fontSize = '200%'; }");

        await PanelSample.LookAtEach(panel, () => AssertNone(panel, Overflowing));
    }

    [Theory]
    [MemberData(nameof(PanelSample.Names), MemberType = typeof(PanelSample))]
    public async Task A_panel_is_read_and_operated_in_the_users_own_colours(string name)
    {
        PanelPage panel = await new PanelSample(session).Open(name);
        await panel.Page.EmulateMediaAsync(new PageEmulateMediaOptions { ForcedColors = ForcedColors.Active });

        await PanelSample.LookAtEach(panel, () => AssertNone(panel, Colourless));
        await panel.AssertAccessible();
    }

    [Fact]
    public async Task A_button_that_waits_and_a_field_that_is_wrong_are_told_apart_in_the_users_own_colours()
    {
        PanelPage panel = await new PanelSample(session).Open("member");
        await panel.Page.EmulateMediaAsync(new PageEmulateMediaOptions { ForcedColors = ForcedColors.Active });
        await panel.Button("Adjust").ClickAsync();
        await panel.Button("Book").ClickAsync();

        string[] styles = await panel.Script<string[]>(
            """
            () => {
              const wrong = getComputedStyle(document.querySelector('[aria-invalid=true]'));
              const button = document.querySelector('#adjust button');
              const ready = getComputedStyle(button).color;
              button.disabled = true;
              const waiting = getComputedStyle(button);
              return [wrong.borderTopWidth, String(ready !== waiting.color), waiting.opacity];
            }
            """);

        Assert.Equal(["2px", "true", "1"], styles);
    }

    private static async Task AssertNone(PanelPage panel, string script)
    {
        string[] faults = await panel.Script<string[]>(script);
        Assert.True(faults.Length == 0, string.Join(Environment.NewLine, faults));
    }
}
