namespace CrmExtensions.Cli.Tests;

/// <summary>One run of the command line in process, its writers recorded with `\n` line ends.</summary>
internal sealed record CrmxRun(int ExitCode, string Output, string Error)
{
    public static CrmxRun Of(params string[] arguments)
    {
        using StringWriter output = new() { NewLine = "\n" };
        using StringWriter error = new() { NewLine = "\n" };
        int exitCode = CommandLine.Run(arguments, output, error);
        return new CrmxRun(exitCode, Clean(output), Clean(error));
    }

    public static string Clean(StringWriter writer) =>
        string.Join('\n', writer.ToString().ReplaceLineEndings("\n").Split('\n').Select(line => line.TrimEnd()));
}
