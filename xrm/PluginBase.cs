using System;
using CrmExtensions.Xrm.Texts;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Xrm;

/// <summary>
/// What every plugin shares: it gets its run, and a broken business rule becomes a message in the user's language.
/// Everything else bubbles unchanged; a fault of the service has doomed the transaction anyway.
/// </summary>
public abstract class PluginBase : IPlugin
{
    public void Execute(IServiceProvider serviceProvider)
    {
        var run = new StepRun(serviceProvider);
        try
        {
            Run(run);
        }
        catch (BusinessRuleException broken)
        {
            run.Trace("Refused: " + broken.Message);
            int language = ReaderLanguage.Of(run.System, run.OriginatorId);
            throw new InvalidPluginExecutionException(UserTexts.Render(broken.Text, language, broken.Values), broken);
        }
    }

    protected abstract void Run(StepRun run);
}
