using System;
using System.Globalization;

namespace CrmExtensions.Domain.CrossSell;

/// <summary>A reason as half a sentence with its counts, which names the orders that it was counted from.</summary>
public static class ReasonText
{
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-US");
    private static readonly CultureInfo German = CultureInfo.GetCultureInfo("de-DE");

    public static string InEnglish(ReasonCode reason, ReasonValues why)
    {
        string Text(FormattableString text) => text.ToString(English);
        string of = why.Group switch
        {
            BuyerGroup.Companies => " of companies",
            BuyerGroup.People => " of people",
            _ => "",
        };
        return reason switch
        {
            ReasonCode.BoughtTogether => Text($"bought together in {why.Together:N0} of {why.Baskets:N0} orders with ")
                + Text($"{why.With}{Period(why)}, {why.Lift:#,0.#} times as often as expected"),
            ReasonCode.BoughtWithinDays => Text($"bought within {why.WindowDays} days in {why.Together:N0} of ")
                + Text($"{why.Baskets:N0} cases with {why.With}{Period(why)}, ")
                + Text($"{why.Lift:#,0.#} times as often as expected"),
            ReasonCode.FitsWith => Text($"often bought with {why.With}"),
            ReasonCode.Curated => Text($"the product catalog recommends it with {why.With}"),
            ReasonCode.CategoriesTogether => Text($"its category was in {why.Together:N0} of {why.Baskets:N0} orders ")
                + Text($"with the category {why.With}{Period(why)}"),
            ReasonCode.TopSeller =>
                Text($"top seller: in {why.Together:N0} of {why.Baskets:N0} orders{of}{Period(why)}"),
            ReasonCode.DueByOwnRhythm => Text($"bought {why.Times:N0} times, due every {why.IntervalDays:0} days, ")
                + Text($"last {why.DaysSince:N0} days ago"),
            _ => Text($"bought {why.DaysSince:N0} days ago, others buy it again after {why.IntervalDays:0} days"),
        };
    }

    public static string InGerman(ReasonCode reason, ReasonValues why)
    {
        string Text(FormattableString text) => text.ToString(German);
        string of = why.Group switch
        {
            BuyerGroup.Companies => " von Firmen",
            BuyerGroup.People => " von Personen",
            _ => "",
        };
        return reason switch
        {
            ReasonCode.BoughtTogether => Text($"in {why.Together:N0} von {why.Baskets:N0} Aufträgen mit {why.With}")
                + Text($"{Zeitraum(why)} gemeinsam gekauft, {why.Lift:#,0.#}-mal so oft wie erwartet"),
            ReasonCode.BoughtWithinDays => Text($"in {why.Together:N0} von {why.Baskets:N0} Fällen mit {why.With}")
                + Text($"{Zeitraum(why)} innerhalb von {why.WindowDays} Tagen gekauft, ")
                + Text($"{why.Lift:#,0.#}-mal so oft wie erwartet"),
            ReasonCode.FitsWith => Text($"oft gemeinsam mit {why.With} gekauft"),
            ReasonCode.Curated => Text($"der Produktkatalog empfiehlt es zu {why.With}"),
            ReasonCode.CategoriesTogether => Text($"seine Kategorie war in {why.Together:N0} von {why.Baskets:N0} ")
                + Text($"Aufträgen mit der Kategorie {why.With}{Zeitraum(why)}"),
            ReasonCode.TopSeller =>
                Text($"meistverkauft: in {why.Together:N0} von {why.Baskets:N0} Aufträgen{of}{Zeitraum(why)}"),
            ReasonCode.DueByOwnRhythm => Text($"{why.Times:N0}-mal gekauft, alle {why.IntervalDays:0} Tage fällig, ")
                + Text($"zuletzt vor {why.DaysSince:N0} Tagen"),
            _ => Text($"vor {why.DaysSince:N0} Tagen gekauft, andere kaufen es nach {why.IntervalDays:0} Tagen wieder"),
        };
    }

    private static string Period(ReasonValues why) =>
        why is { From: { } from, To: { } to } ? $" ({from} to {to})" : "";

    private static string Zeitraum(ReasonValues why) =>
        why is { From: { } from, To: { } to } ? $" ({InGerman(from)} bis {InGerman(to)})" : "";

    private static string InGerman(Day day) => day.Midnight.ToString("dd.MM.yyyy", CultureInfo.InvariantCulture);
}
