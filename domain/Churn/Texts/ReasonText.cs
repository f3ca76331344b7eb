using System;

namespace CrmExtensions.Domain.Churn;

/// <summary>A reason as a phrase in the reader's language. Facts only: no cause is claimed.</summary>
public static class ReasonText
{
    public static string Of(Reason reason, Wording words) => reason.Code switch
    {
        ReasonCode.Silence => Silence(reason, words),
        ReasonCode.Frequency => Frequency(reason, words),
        ReasonCode.OneOrder => OneOrder(reason, words),
        ReasonCode.FirstInterval => OneOrder(reason, words),
        ReasonCode.SecondOrders => words.Percent((double)reason.SegmentMean.GetValueOrDefault())
            + words.Either(" of customers order a second time", " der Kunden kaufen ein zweites Mal"),
        ReasonCode.Season => Season(reason, words),
        ReasonCode.Overridden => Overridden(reason, words),
        ReasonCode.ShortWindow => ShortWindow(reason, words),
        ReasonCode.LowNps or ReasonCode.HighNps => "NPS " + words.Number(reason.Value.GetValueOrDefault()),
        _ => Signal(reason, words),
    };

    private static string Silence(Reason reason, Wording words)
    {
        decimal silent = reason.Value.GetValueOrDefault(), gap = reason.OwnPast.GetValueOrDefault();
        string rhythm = words.Either("orders every ", "ordert alle ") + words.Days(gap);
        string now = reason.RaisesRisk
            ? words.Either("silent for ", "seit ") + words.Days(silent, "Tagen") + words.Either("", " still")
            : words.Either(Ago(silent, words), "zuletzt " + Ago(silent, words));
        return rhythm + ", " + (reason.RaisesRisk ? now : words.Either("last order ", "") + now) + Mean(reason, words);
    }

    private static string Ago(decimal days, Wording words) => days == 0
        ? words.Either("today", "heute")
        : words.Either("", "vor ") + words.Days(days, "Tagen") + words.Either(" ago", "");

    private static string Mean(Reason reason, Wording words) => reason.SegmentMean is not { } mean
        ? ""
        : words.Either(" (customers on average: silent for ", " (Kunden im Mittel: seit ")
            + words.Number(mean) + words.Either(")", " Tagen)");

    private static string Frequency(Reason reason, Wording words)
    {
        decimal orders = reason.Value.GetValueOrDefault();
        string text = words.Number(orders) + " " + (orders == 1
            ? words.Either("order", "Kauf")
            : words.Either("orders", "Käufe")) + words.Either(" in 12 months", " in 12 Monaten");
        string before = reason.OwnPast is { } past
            ? words.Either("before: ", "davor: ") + words.Number(past, 1) + words.Either(" a year; ", " im Jahr; ")
            : "";
        return text + " (" + before + words.Either("customers on average: ", "Kunden im Mittel: ")
            + words.Number(reason.SegmentMean.GetValueOrDefault(), 1) + ")";
    }

    private static string OneOrder(Reason reason, Wording words) =>
        words.Either("one order, ", "ein Kauf, ") + Ago(reason.Value.GetValueOrDefault(), words)
        + words.Either(" (others order again after ", " (andere kaufen wieder nach ")
        + words.Days(reason.SegmentMean.GetValueOrDefault(), "Tagen") + ")";

    private static string Season(Reason reason, Wording words)
    {
        int first = Math.Max(1, reason.FirstMonth.GetValueOrDefault());
        int last = Math.Max(1, reason.LastMonth.GetValueOrDefault());
        string months = first == last
            ? words.Either("in ", "im ") + words.Month(first)
            : words.Either("from ", "von ") + words.Month(first) + words.Either(" to ", " bis ") + words.Month(last);
        string until = reason.On is { } day
            ? words.Either("; judged from " + words.Date(day) + " on", "; wird ab " + words.Date(day) + " beurteilt")
            : "";
        return words.Either("orders every year ", "ordert jedes Jahr ") + months + until;
    }

    private static string Overridden(Reason reason, Wording words)
    {
        string until = reason.On is { } day ? words.Date(day) : "";
        string text = words.Either(
            "marked as not at risk until " + until, "bis " + until + " als nicht gefährdet vermerkt");
        return string.IsNullOrEmpty(reason.Words) ? text : text + ": " + reason.Words;
    }

    private static string ShortWindow(Reason reason, Wording words) =>
        words.Either("orders are known for ", "Käufe sind erst seit ")
        + words.Days(reason.Value.GetValueOrDefault(), "Tagen")
        + words.Either(" only, the buying cycle is ", " bekannt, der Kaufzyklus dauert ")
        + words.Days(reason.SegmentMean.GetValueOrDefault());

    private static string Signal(Reason reason, Wording words)
    {
        int count = (int)reason.Value.GetValueOrDefault();
        bool one = count == 1;
        string what = reason.Code switch
        {
            ReasonCode.HighPriorityCases => words.Either(
                one ? "open case of high priority" : "open cases of high priority",
                one ? "offene Anfrage mit hoher Priorität" : "offene Anfragen mit hoher Priorität"),
            ReasonCode.Escalations => words.Either(
                one ? "escalated case" : "escalated cases", one ? "eskalierte Anfrage" : "eskalierte Anfragen"),
            ReasonCode.OpenComplaints => words.Either(
                one ? "open complaint" : "open complaints", one ? "offene Beschwerde" : "offene Beschwerden"),
            _ => words.Either(
                one ? "overdue invoice" : "overdue invoices", one ? "überfällige Rechnung" : "überfällige Rechnungen"),
        };
        return words.Count(count) + " " + what;
    }
}
