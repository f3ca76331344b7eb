using System;
using System.IO;
using System.Linq;

namespace CrmExtensions.Browser.Tests;

/// <summary>The browser of this machine; none is downloaded.</summary>
internal static class InstalledBrowser
{
    private static readonly string[] Names =
        ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome.exe", "msedge", "msedge.exe"];

    /// <summary>Full path; the test fails with the remedy when there is none.</summary>
    public static string Path()
    {
        string[] folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(System.IO.Path.PathSeparator);
        string? found = Names.SelectMany(name => folders.Select(folder => System.IO.Path.Combine(folder, name)))
            .FirstOrDefault(File.Exists);
        Assert.True(found is not null, "No browser is on the PATH. Install one: apt-get install chromium");
        return found!;
    }
}
