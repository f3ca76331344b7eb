using System;
using System.CommandLine;
using CrmExtensions.Cli.Output;
using CrmExtensions.Domain;
using CrmExtensions.Domain.Churn;

namespace CrmExtensions.Cli.Churn;

/// <summary>`crmx churn score`: trains on a file, asks the gate, and assesses every customer.</summary>
internal static class ScoreCommand
{
    private const int LongestHorizon = 3660;

    public static Command Create()
    {
        Option<string> input = CheckedOption.OrderFile();
        Option<DateOnly?> until = CheckedOption.Day("--until", ChurnCommand.Earliest, ChurnCommand.Latest);
        until.Description = "The day of the score; nothing later is looked at [default: the day of the last order]";
        Option<int> horizon = CheckedOption.Whole(
            "--horizon-days", new RiskThresholds().HorizonDays, 1, LongestHorizon);
        horizon.Description = "Days ahead that an order is looked for";
        Option<string> language = CheckedOption.OneOf("--language", "en", "de");
        language.Description = "Language of reasons and states";
        Option<int> top = CheckedOption.Whole("--top", 20, 0, 100_000);
        top.Description = "Customers in the table, highest risk and then highest value first; JSON has all of them";
        Option<bool> json = CrmxCommand.Json();
        Command command = new("score", "Fit, test, and assess every customer: probability, value, risk dates, reasons.")
        {
            input, until, horizon, language, top, json,
        };
        command.SetAction(parsed =>
        {
            Terminal terminal = new(parsed.InvocationConfiguration);
            CustomerDays days = CustomerDays.Open(parsed.GetValue(input)!, terminal);
            Day today = days.CheckedDay(parsed.GetValue(until), "--until");
            ChurnSettings settings = new() { Thresholds = new() { HorizonDays = parsed.GetValue(horizon) } };
            Wording words = new(parsed.GetValue(language) == "de" ? TextLanguage.German : TextLanguage.English);
            ChurnScoring scoring = terminal.WithProgress(
                "Training", progress => ChurnScoring.Train(days, today, settings, progress));
            ScoreHead head = scoring.Head(words);
            if (parsed.GetValue(json)) terminal.WriteJson(head, "rows", scoring.Rows(words));
            else new ScorePrinter(terminal.Console).Print(head, scoring.Rows(words), parsed.GetValue(top));
            return ExitCode.Done;
        });
        return command;
    }
}
