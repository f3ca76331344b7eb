using System;
using System.Threading.Tasks;
using Microsoft.Playwright;
using Microsoft.Xrm.Sdk;
using static Microsoft.Playwright.Assertions;

namespace CrmExtensions.Browser.Tests;

/// <summary>Every panel of the product once, with content, on the form where people see it.</summary>
internal sealed class PanelSample(BrowserSession session)
{
    private const int English = 1033;
    private const int AboveTheLimit = 900_000;

    /// <summary>Names of all panels, as tests take them.</summary>
    public static TheoryData<string> Names =>
        ["approval", "breakdown", "customer", "member", "points", "recommendations", "redemption", "risk", "schedule"];

    private ServedSolution Solution => session.Solution;

    /// <summary>With the form of each of its actions tried once, so that all of it is on the page.</summary>
    public async Task<PanelPage> Open(string name)
    {
        Guid account = Solution.ProduceAccountWithPoints("Contoso Großhandelsgesellschaft", 5000m);
        EntityReference row = RowOf(name, account);
        Guid user = Solution.ProduceUser(English, "System Administrator");
        return await PanelPage.Open(session, Solution.FormFor(user, row.LogicalName, row.Id), name);
    }

    /// <summary>Opens one action after the other, by keyboard, and looks at the panel each time.</summary>
    public static async Task LookAtEach(PanelPage panel, Func<Task> look)
    {
        await look();
        ILocator openers = panel.Frame.Locator(
            "button[id^=open-]:visible, #with button:visible, #again button:visible");
        int count = await openers.CountAsync();
        for (int at = 0; at < count; at++)
        {
            await openers.Nth(at).FocusAsync();
            await panel.Page.Keyboard.PressAsync("Enter");
            await Expect(panel.Frame.Locator("form:visible")).ToHaveCountAsync(1);
            await look();
        }
    }

    private EntityReference RowOf(string name, Guid account) => name switch
    {
        "approval" => Approval(account),
        "breakdown" => new("crmx_loyaltyentry",
            Solution.Single("crmx_loyaltyentry", "crmx_memberid", Solution.MemberOf(account)).Id),
        "customer" or "risk" => new("account", name == "risk" ? account : Solution.ProduceAccount("Newcomer")),
        "member" => new("crmx_loyaltymember", Solution.MemberOf(account)),
        "redemption" => Redemption(account),
        "schedule" => new("crmx_loyaltyprogram", Solution.ProgrammeId),
        _ => Quote(account),
    };

    private EntityReference Approval(Guid account)
    {
        Guid member = Solution.MemberOf(account);
        Solution.Adjust(member, AboveTheLimit);
        return Solution.Single("crmx_approval", "crmx_memberid", member).ToEntityReference();
    }

    private EntityReference Quote(Guid account)
    {
        ServedShop shop = new(Solution);
        shop.Relate("Printer", "Tonerkartuschenaufbewahrungsschrank");
        return shop.Open("quote", new EntityReference("account", account), "Printer");
    }

    private EntityReference Redemption(Guid account) => new("crmx_redemption",
        (Guid)Solution.Admin.Execute(new OrganizationRequest("crmx_ReservePoints")
        {
            ["Member"] = new EntityReference("crmx_loyaltymember", Solution.MemberOf(account)),
            ["Points"] = 200,
            ["RequestId"] = Guid.NewGuid().ToString(),
        })["RedemptionId"]);
}
