using System;
using System.Collections.Generic;
using System.CommandLine;
using System.IO;
using System.Text.Encodings.Web;
using System.Text.Json;
using Spectre.Console;

namespace CrmExtensions.Cli.Output;

/// <summary>
/// Where a command writes: tables and JSON to the output, progress to the error writer, so that a redirected output
/// holds results only. Progress bars appear only where the error writer is a terminal.
/// </summary>
internal sealed class Terminal
{
    private const int PlainWidth = 100;

    private static readonly JsonSerializerOptions JsonFormat = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private static readonly JsonSerializerOptions JsonLine = new(JsonFormat) { WriteIndented = false };

    private readonly TextWriter output;
    private readonly TextWriter errors;
    private readonly IAnsiConsole progress;
    private readonly bool showsProgress;

    public Terminal(InvocationConfiguration configuration)
    {
        output = configuration.Output;
        errors = configuration.Error;
        bool outputIsScreen = ReferenceEquals(output, System.Console.Out) && !System.Console.IsOutputRedirected;
        showsProgress = ReferenceEquals(configuration.Error, System.Console.Error) && !System.Console.IsErrorRedirected;
        Console = Create(output, outputIsScreen);
        progress = Create(configuration.Error, showsProgress);
    }

    /// <summary>Tables and text on the output; plain and 100 columns wide unless it is a terminal.</summary>
    public IAnsiConsole Console { get; }

    /// <summary>A line that is no result: it does not stand in a redirected output.</summary>
    public void Warn(string line) => errors.WriteLine(line);

    public void WriteJson<T>(T value) => output.WriteLine(JsonSerializer.Serialize(value, JsonFormat));

    /// <summary>
    /// An object with a last key that holds the rows, each on a line of its own and written as it comes: a million of
    /// them never stand in memory together.
    /// </summary>
    /// <param name="head">The other keys; at least one.</param>
    public void WriteJson<THead, TRow>(THead head, string key, IEnumerable<TRow> rows)
    {
        string opened = JsonSerializer.Serialize(head, JsonFormat).TrimEnd('}').TrimEnd();
        output.WriteLine($"{opened},");
        output.Write($"  \"{key}\": [");
        string separator = "";
        foreach (TRow row in rows)
        {
            output.WriteLine(separator);
            output.Write("    " + JsonSerializer.Serialize(row, JsonLine));
            separator = ",";
        }

        output.WriteLine();
        output.WriteLine("  ]");
        output.WriteLine("}");
    }

    /// <param name="work">Gets a function to report with how much is done, 0 to 1; cheap enough to call often.</param>
    public T WithProgress<T>(string title, Func<Action<double>, T> work)
    {
        if (!showsProgress) return work(_ => { });
        return progress.Progress()
            .AutoClear(true)
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(),
                new RemainingTimeColumn())
            .Start(context =>
            {
                ProgressTask task = context.AddTask(Markup.Escape(title), maxValue: 1);
                return work(done => task.Value = done);
            });
    }

    private static IAnsiConsole Create(TextWriter writer, bool isScreen)
    {
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(writer),
            Ansi = isScreen ? AnsiSupport.Detect : AnsiSupport.No,
            ColorSystem = isScreen ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
            Interactive = isScreen ? InteractionSupport.Detect : InteractionSupport.No,
        });
        if (!isScreen) console.Profile.Width = PlainWidth;
        return console;
    }
}
