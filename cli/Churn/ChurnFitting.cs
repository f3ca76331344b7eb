using System;
using System.CommandLine;
using System.Diagnostics;
using CrmExtensions.Cli.Output;
using CrmExtensions.Domain;
using CrmExtensions.Domain.Churn;

namespace CrmExtensions.Cli.Churn;

/// <summary>One file, read once and fitted at a cut-off, with the time that the fit took.</summary>
internal sealed class ChurnFitting
{
    private const int FewestMissingDays = 7;

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
        CustomerDays days = CustomerDays.Open(options.Input(parsed), terminal);
        return new ChurnFitting(parsed, options, days, days.MalformedLines);
    }

    /// <summary>The day itself, or that of the last order; before the first order nobody could be fitted.</summary>
    public Day CheckedDay(DateOnly? given, string option) => Days.CheckedDay(given, option);

    /// <summary>A test needs days on which orders would be known: of the holdout a tenth may be missing.</summary>
    public void CheckHoldout(Day end, int days)
    {
        if (end >= Days.Last)
            throw new UsageException($"--calibration-end {end} leaves nothing to test on: the last order is of "
                + $"{Days.Last}.");
        int known = Days.Last.DaysSince(end);
        if (days - known > Math.Max(FewestMissingDays, days / 10))
            throw new UsageException($"--holdout-days {days} ends on {end.AddDays(days)}, but the last order is of "
                + $"{Days.Last}: at most {known} days after --calibration-end are known.");
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
