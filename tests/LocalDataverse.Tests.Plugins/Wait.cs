using System;
using System.Globalization;
using Microsoft.Xrm.Sdk;

namespace TestPlugins;

/// <summary>
/// Takes time by moving the test's clock, whose key is the first word of the configuration; then words such as
/// "wait:60", "ask" (a request), "wrap" (a request whose exception it hides behind its own), "create" (a task).
/// </summary>
public sealed class Wait : TestPlugin
{
    private readonly string[] _words;

    public Wait(string configuration)
    {
        _words = configuration.Split(' ');
    }

    protected override void Run(PluginRun run)
    {
        Action<TimeSpan> advance = (Action<TimeSpan>)AppDomain.CurrentDomain.GetData(_words[0]);
        foreach (string word in _words)
        {
            string[] parts = word.Split(':');
            switch (parts[0])
            {
                case "wait":
                    advance(TimeSpan.FromSeconds(double.Parse(parts[1], CultureInfo.InvariantCulture)));
                    break;
                case "ask":
                    run.Service.Execute(new OrganizationRequest("WhoAmI"));
                    run.Tracing.Trace("asked");
                    break;
                case "create":
                    run.Service.Create(new Entity("task") { ["subject"] = "from Wait" });
                    break;
                case "wrap":
                    Wrapped(run);
                    break;
            }
        }
    }

    private static void Wrapped(PluginRun run)
    {
        try
        {
            run.Service.Execute(new OrganizationRequest("WhoAmI"));
        }
        catch (Exception exception)
        {
            throw new InvalidPluginExecutionException("hidden: " + exception.Message, exception);
        }
    }
}
