using System;
using System.CommandLine;
using CrmExtensions.Cli.Simulation;

namespace CrmExtensions.Cli;

/// <summary>The options of every command that makes a sample business.</summary>
internal sealed class SampleOptionSet
{
    private static readonly SampleOptions Default = new();

    private readonly Option<int> seed = CheckedOption.Whole("--seed", Default.Seed);
    private readonly Option<DateOnly?> until = CheckedOption.Day("--until", new(1903, 1, 1), new(2900, 1, 1));
    private readonly Option<int> customers = CheckedOption.Whole(
        "--customers", Default.Customers, SampleOptions.FewestCustomers, SampleOptions.MostCustomers);

    private readonly DateTime untilByDefault;

    /// <param name="endsToday">
    /// True where people use the business afterwards: its last orders must not be long ago. False gives the same file
    /// on every day.
    /// </param>
    public SampleOptionSet(bool endsToday = false)
    {
        untilByDefault = endsToday ? TimeProvider.System.GetUtcNow().UtcDateTime.Date : Default.Until;
        string day = endsToday ? "today" : $"{Default.Until:yyyy-MM-dd}";
        seed.Description = "Seed of the sample business; the same seed gives the same orders";
        until.Description = $"First day after the two years of sample orders [default: {day}]";
        customers.Description = "Customers of the sample business; 400 place about 4,000 orders";
    }

    public void AddTo(Command command)
    {
        command.Add(seed);
        command.Add(until);
        command.Add(customers);
    }

    public bool IsGiven(ParseResult parsed) =>
        IsGiven(parsed, seed) || IsGiven(parsed, until) || IsGiven(parsed, customers);

    public SampleOptions Read(ParseResult parsed) => new()
    {
        Seed = parsed.GetValue(seed),
        Until = parsed.GetValue(until)?.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc) ?? untilByDefault,
        Customers = parsed.GetValue(customers),
    };

    private static bool IsGiven(ParseResult parsed, Option option) => parsed.GetResult(option) is { Implicit: false };
}
