namespace Microsoft.Xrm.Sdk;

public static class IPluginExecutionContextExtensions
{
    private const int PreOperation = 20;
    private const int PostOperation = 40;

    public static bool IsWithinMainTransaction(this IPluginExecutionContext context) =>
        context.Stage >= PreOperation && context.Stage <= PostOperation;
}
