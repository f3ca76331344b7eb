namespace Dataverse.Local.Pipeline;

/// <summary>Texts of the platform that occur in more than one place or are long.</summary>
internal static class FaultText
{
    public const string InfiniteLoop =
        "This workflow job was canceled because the workflow that started it included an infinite loop. "
        + "Correct the workflow logic and try again. For information about workflow logic, see Help.";

    public const string TransactionReduced =
        "ISV code reduced the open transaction count. Custom plug-ins should not catch exceptions from "
        + "OrganizationService calls and continue processing.";

    public const string SandboxTimeout =
        "The plug-in execution failed because the operation has timed-out at the Sandbox Client.";

    public const string NoActiveTransaction =
        "There is no active transaction. This error is usually caused by custom plug-ins that ignore errors from "
        + "service calls and continue processing.";
}
