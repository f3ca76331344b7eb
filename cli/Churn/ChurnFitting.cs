using System;
using System.CommandLine;
using System.Diagnostics;
using CrmExtensions.Cli.Orders;
using CrmExtensions.Cli.Output;
using CrmExtensions.Domain;
using CrmExtensions.Domain.Churn;

namespace CrmExtensions.Cli.Churn;

/// <summary>One file, read once and fitted at a cut-off, with the time that the fit took.</summary>
internal sealed class ChurnFitting
{
    private readonly ParseResult parsed;
    private readonly ModelOptionSet options;

    private ChurnFitting(ParseResult parsed, ModelOptionSet options, CustomerDays days, int malformed)
    {
        this.parsed = parsed;
        this.options = options;
        Days = days;
        MalformedLines = malformed;
    }

    public CustomerDays Days { get; }

    public int MalformedLines { get; }

    public static ChurnFitting Open(ParseResult parsed, ModelOptionSet options, Terminal terminal)
    {
        using OrderFile file = OrderFile.Open(options.Input(parsed));
        CustomerDays days = terminal.WithProgress("Reading orders", progress => CustomerDays.Read(file, progress));
        if (days.Customers > 0) return new ChurnFitting(parsed, options, days, file.Malformed.Count);
        throw new CommandException($"{options.Input(parsed)} holds no purchase: no line has a customer, "
            + "a positive quantity and a positive amount.");
    }

    /// <summary>The day itself, or that of the last order; before the first order nobody could be fitted.</summary>
    public Day CheckedDay(DateOnly? given, string option)
    {
        Day day = given is { } date ? new Day(date.Year, date.Month, date.Day) : Days.Last;
        if (day >= Days.First) return day;
        throw new UsageException($"{option} is before the first order, {Days.First}.");
    }

    /// <summary>Only what is known at the end of that day goes into the fit.</summary>
    public FittedModel FitAt(Day day, out FitFigures figures)
    {
        TimeSpan before = Process.GetCurrentProcess().TotalProcessorTime;
        FittedModel fitted = options.Fit(parsed, Days.CellsAt(day, options.Width(parsed)));
        TimeSpan took = Process.GetCurrentProcess().TotalProcessorTime - before;
        figures = new FitFigures
        {
            Customers = fitted.Customers,
            Model = options.ModelName(parsed),
            K = options.Regularity(parsed),
            Estimator = options.EstimatorName(parsed),
            Result = fitted.Result,
            Parameters = FitFigures.ParametersOf(fitted),
            LogLikelihood = fitted.Model is null ? null : fitted.LogLikelihood,
            Cells = fitted.Cells,
            CpuSeconds = took.TotalSeconds,
        };
        return fitted;
    }
}
