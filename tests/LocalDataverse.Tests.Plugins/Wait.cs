using System;
using System.Globalization;
using Microsoft.Xrm.Sdk;

namespace TestPlugins;

/// <summary>
/// Takes time by moving the test's clock, whose key is the first word of the configuration; then words such as
/// "wait:60", "ask" (a request), "wrap" (a request whose exception it hides behind its own), "create" (a task), "again"
/// (an account whose name is a number less by one, down to 0), "trace:5:x" (xxxxx), "fail".
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
                case "again":
                    CreateNext(run);
                    break;
                case "trace":
                    run.Tracing.Trace(new string(parts[2][0], int.Parse(parts[1], CultureInfo.InvariantCulture)));
                    break;
                case "fail":
                    throw new InvalidPluginExecutionException("failed");
                case "wrap":
                    Wrapped(run);
                    break;
            }
        }
    }

    private static void CreateNext(PluginRun run)
    {
        int number = int.Parse((string)run.Target["name"], CultureInfo.InvariantCulture);
        if (number > 0)
        {
            string name = (number - 1).ToString(CultureInfo.InvariantCulture);
            run.Service.Create(new Entity("account") { ["name"] = name });
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
