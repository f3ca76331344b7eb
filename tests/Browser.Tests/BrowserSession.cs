using System;
using System.Collections.Generic;
using System.Threading.Tasks;
using Microsoft.Playwright;

namespace CrmExtensions.Browser.Tests;

/// <summary>One browser and the served solution for all tests of a class.</summary>
public sealed class BrowserSession : IAsyncLifetime
{
    private const float PatienceInMilliseconds = 10_000;

    private static readonly string[] Arguments =
    [
        "--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu", "--disable-background-networking",
        "--disable-component-update", "--disable-sync", "--disable-default-apps", "--no-first-run",
    ];

    private readonly List<string> _errors = [];
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public ServedSolution Solution { get; } = new();

    public async Task InitializeAsync()
    {
        string path = InstalledBrowser.Path();
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = path,
            Args = Arguments,
        });
    }

    public async Task DisposeAsync()
    {
        if (_browser is not null) await _browser.DisposeAsync();
        _playwright?.Dispose();
        Solution.Dispose();
    }

    /// <summary>Opens the address in a fresh page; its script errors are collected.</summary>
    /// <param name="watch">Takes the addresses of its requests.</param>
    public async Task<IPage> Open(string address, ICollection<string>? watch = null)
    {
        _errors.Clear();
        IPage page = await _browser!.NewPageAsync();
        page.SetDefaultTimeout(PatienceInMilliseconds);
        page.PageError += (_, error) => _errors.Add(error);
        page.Console += (_, message) =>
        {
            if (message.Type == "error") _errors.Add(message.Text);
        };
        page.Request += (_, request) => watch?.Add(request.Url);
        await page.GotoAsync(address);
        return page;
    }

    /// <summary>A form whose handlers have run.</summary>
    public async Task<IPage> OpenForm(string address, ICollection<string>? watch = null)
    {
        IPage page = await Open(address, watch);
        if (_errors.Count == 0) await page.WaitForSelectorAsync("html[data-ready=true]");
        AssertNoScriptErrors();
        return page;
    }

    public void AssertNoScriptErrors() => Assert.True(_errors.Count == 0, string.Join(Environment.NewLine, _errors));
}
