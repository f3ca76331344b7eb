using System;
using System.CommandLine;
using System.IO;
using System.Linq;
using CrmExtensions.Cli.Demo;
using CrmExtensions.Cli.Output;
using Dataverse.Local;

namespace CrmExtensions.Cli.Health;

/// <summary>`crmx health`: whether ledgers, keys, jobs and findings of an environment are in order.</summary>
internal static class HealthCommand
{
    public static Command Create()
    {
        Option<string?> database = new("--db")
        {
            Description = "The environment to check, a file as `crmx demo --db FILE` writes it",
            HelpName = "FILE",
        };
        Option<string?> heads = new("--heads")
        {
            Description = "Write each member's last hash as JSON: kept elsewhere, it proves later what was there",
            HelpName = "FILE",
        };
        Option<bool> probe = new("--probe") { Description = "Check the assumptions about the cloud in a sandbox" };
        Option<bool> json = CrmxCommand.Json();
        Command command = new("health", "Check the ledgers, keys, jobs and findings of an environment.")
        {
            database, heads, probe, json,
        };
        command.SetAction(parsed =>
        {
            if (parsed.GetValue(probe)) throw NoSandbox();
            Terminal terminal = new(parsed.InvocationConfiguration);
            using LocalDataverse environment = Open(parsed.GetValue(database));
            HealthReport report = terminal.WithProgress(
                "Checking", done => new HealthCheck(environment.Connect()).Run(done));
            if (parsed.GetValue(heads) is string file) HeadFile.Write(file, report.Heads);
            if (parsed.GetValue(json)) terminal.WriteJson(report);
            else HealthPrinter.Print(terminal.Console, report);
            return report.IsHealthy ? ExitCode.Done : ExitCode.Failed;
        });
        return command;
    }

    private static CommandException NoSandbox() => new(
        "--probe needs a sandbox environment in the cloud and this command line reaches none. "
        + "Check docs/assumptions.md by hand there: fulfil, merge, heartbeat, keys, bypass.");

    private static LocalDataverse Open(string? path)
    {
        if (path is null)
        {
            throw new UsageException(
                "--db FILE is missing: name the environment to check; `crmx demo --db FILE` creates one.");
        }

        if (!File.Exists(path))
            throw new CommandException($"There is no file {path}. `crmx demo --db {path}` creates one.");
        LocalDataverse environment = EnvironmentFile.Open(path);
        if (environment.Tables.Tables.Any(table => table.LogicalName == Names.Member)) return environment;
        environment.Dispose();
        throw new CommandException($"The product is not installed in {path}. Import the managed zip first.");
    }
}
