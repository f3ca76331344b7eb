using System;
using System.CommandLine;
using System.IO;
using CrmExtensions.Cli.Demo;
using Dataverse.Local;
using Dataverse.Local.Http;

namespace CrmExtensions.Cli;

/// <summary>`crmx serve`: Web API and forms of a local Dataverse on 127.0.0.1 until Ctrl+C.</summary>
internal sealed class ServeCommand
{
    public const int DefaultPort = 5075;

    private const int LargestPort = 65535;

    private readonly Option<string> database = new("--db")
    {
        Description = "Serve the environment in this file, such as one of `crmx demo --db`; a new file is created",
        HelpName = "FILE",
    };

    private readonly Option<int> port = PortOption();

    public static Option<int> PortOption()
    {
        Option<int> port = CheckedOption.Whole("--port", DefaultPort, 0, LargestPort);
        port.Description = "Listen on this port of 127.0.0.1; 0 takes a free one";
        return port;
    }

    public static Command Create()
    {
        ServeCommand serve = new();
        Command command = new("serve", "Serve the Web API and the forms of a local Dataverse on 127.0.0.1.")
        {
            serve.database, serve.port,
        };
        command.SetAction(serve.Run);
        return command;
    }

    /// <summary>Returns when the process is asked to stop.</summary>
    public static void Serve(LocalDataverse environment, int port, InvocationConfiguration streams)
    {
        using LocalServer server = Start(environment, port, streams.Error);
        streams.Output.WriteLine($"Forms:   {server.Address}");
        streams.Output.WriteLine($"Web API: {server.ApiAddress}");
        streams.Output.WriteLine("Ctrl+C stops.");
        server.WaitForShutdown();
    }

    private static LocalServer Start(LocalDataverse environment, int port, TextWriter errors)
    {
        try
        {
            return LocalServer.Start(environment, new LocalServerOptions { Port = port, Errors = errors });
        }
        catch (IOException taken)
        {
            throw new CommandException($"Port {port} is taken ({taken.Message}); give another one with --port.", taken);
        }
    }

    private int Run(ParseResult parsed)
    {
        string? path = parsed.GetValue(database);
        using LocalDataverse environment = path is not null && File.Exists(path)
            ? EnvironmentFile.Open(path)
            : DemoEnvironment.Open(path, TimeProvider.System);
        Serve(environment, parsed.GetValue(port), parsed.InvocationConfiguration);
        return ExitCode.Done;
    }
}
