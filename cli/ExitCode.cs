namespace CrmExtensions.Cli;

internal static class ExitCode
{
    public const int Done = 0;

    /// <summary>The command was understood, its work failed or found something wrong.</summary>
    public const int Failed = 1;

    public const int WrongUsage = 2;
}
