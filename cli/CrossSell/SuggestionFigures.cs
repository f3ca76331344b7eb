using System.Text.Json;
using CrmExtensions.Domain.CrossSell;

namespace CrmExtensions.Cli.CrossSell;

/// <summary>A suggestion as JSON: the reason as a code with its values, and as a sentence.</summary>
internal sealed record SuggestionFigures
{
    public required string Product { get; init; }

    /// <summary>Comparable within one list only.</summary>
    public double Score { get; init; }

    /// <summary>`learned`, `topSeller` or `ownHistory`.</summary>
    public required string Source { get; init; }

    /// <summary>`boughtTogether`, `fitsWith`, `topSeller`, `dueByOwnRhythm` or `dueByOthersRhythm`.</summary>
    public required string Reason { get; init; }

    public required string Text { get; init; }

    public string? With { get; init; }

    public int? Together { get; init; }

    public int? Baskets { get; init; }

    public double? Lift { get; init; }

    public int? Times { get; init; }

    public double? IntervalDays { get; init; }

    public int? DaysSince { get; init; }

    public static SuggestionFigures Of(Suggestion suggestion, BasketTable table)
    {
        string? with = suggestion.With is { } known ? table.Products[known] : null;
        return new SuggestionFigures
        {
            Product = table.Products[suggestion.Product],
            Score = suggestion.Score,
            Source = JsonNamingPolicy.CamelCase.ConvertName(suggestion.Source.ToString()),
            Reason = JsonNamingPolicy.CamelCase.ConvertName(suggestion.Reason.ToString()),
            Text = TextOf(suggestion, with),
            With = with,
            Together = suggestion.Together,
            Baskets = suggestion.Baskets,
            Lift = suggestion.Lift,
            Times = suggestion.Times,
            IntervalDays = suggestion.IntervalDays,
            DaysSince = suggestion.DaysSince,
        };
    }

    private static string TextOf(Suggestion why, string? with) => ReasonText.InEnglish(why.Reason, new ReasonValues
    {
        With = with ?? "",
        Together = why.Together ?? 0,
        Baskets = why.Baskets ?? 0,
        Lift = why.Lift ?? 0,
        Times = why.Times ?? 0,
        IntervalDays = why.IntervalDays ?? 0,
        DaysSince = why.DaysSince ?? 0,
    });
}
