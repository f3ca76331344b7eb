using System;
using System.Collections.Generic;
using System.CommandLine;
using CrmExtensions.Cli.Output;
using CrmExtensions.Domain;
using CrmExtensions.Domain.Churn;
using Spectre.Console;

namespace CrmExtensions.Cli.Churn;

/// <summary>`crmx churn fit|evaluate|score`: the purchase models on a file of orders.</summary>
internal static class ChurnCommand
{
    public static readonly DateOnly Earliest = new(1900, 1, 1), Latest = new(2900, 1, 1);

    public static Command Create() => new("churn", "Fit, test and apply the purchase models on a file of orders.")
    {
        FitCommand(),
        EvaluateCommand(),
        ScoreCommand.Create(),
    };

    private static Command FitCommand()
    {
        ModelOptionSet options = new();
        Option<DateOnly?> until = CheckedOption.Day("--until", Earliest, Latest);
        until.Description = "Last day that counts [default: the day of the last order]";
        Option<bool> json = CrmxCommand.Json();
        Command command = new("fit", "Fit a purchase model and print its parameters.") { until, json };
        options.AddTo(command);
        command.SetAction(parsed =>
        {
            Terminal terminal = new(parsed.InvocationConfiguration);
            ChurnFitting fitting = ChurnFitting.Open(parsed, options, terminal);
            Day day = fitting.CheckedDay(parsed.GetValue(until), "--until");
            FittedModel fitted = fitting.FitAt(day, out FitFigures figures);
            if (parsed.GetValue(json)) terminal.WriteJson(figures);
            else new ChurnPrinter(terminal.Console).Print(figures, day, fitting);
            return fitted.Model is null ? ExitCode.Failed : ExitCode.Done;
        });
        return command;
    }

    private static Command EvaluateCommand()
    {
        ModelOptionSet options = new();
        Option<DateOnly?> end = CheckedOption.Day("--calibration-end", Earliest, Latest);
        end.Description = "Last day that the fit may see";
        end.Required = true;
        Option<int> days = CheckedOption.Whole("--holdout-days", 182, 1, 3660);
        days.Description = "Days after it on which the model is tested";
        Option<bool> json = CrmxCommand.Json();
        Command command = new("evaluate", "Fit up to a day, and test on the days after it.") { end, days, json };
        options.AddTo(command);
        command.SetAction(parsed =>
        {
            Terminal terminal = new(parsed.InvocationConfiguration);
            ChurnFitting fitting = ChurnFitting.Open(parsed, options, terminal);
            Day day = fitting.CheckedDay(parsed.GetValue(end), "--calibration-end");
            fitting.CheckHoldout(day, parsed.GetValue(days));
            EvaluationFigures figures = new ChurnEvaluation(fitting).At(day, parsed.GetValue(days));
            if (parsed.GetValue(json)) terminal.WriteJson(figures);
            else new ChurnPrinter(terminal.Console).Print(figures, day, fitting);
            return figures.IsFitted ? ExitCode.Done : ExitCode.Failed;
        });
        return command;
    }
}
