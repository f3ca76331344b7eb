using Microsoft.Xrm.Sdk;

namespace TestPlugins;

public sealed class ReadSharedVariable : TestPlugin
{
    protected override void Run(PluginRun run)
    {
        run.Tracing.Trace("own " + Read(run.Context) + " parent " + Read(run.Context.ParentContext)
            + " tag " + (run.Context.SharedVariables.Contains("tag") ? run.Context.SharedVariables["tag"] : "none"));
    }

    private static string Read(IExecutionContext context)
    {
        return context != null && context.SharedVariables.Contains("shared")
            ? (string)context.SharedVariables["shared"]
            : "none";
    }
}
