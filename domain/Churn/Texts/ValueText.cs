namespace CrmExtensions.Domain.Churn;

/// <summary>The formula of a customer's value with its numbers, in the reader's language.</summary>
public static class ValueText
{
    public static string Of(CustomerValue value, Wording words)
    {
        string margin = value.Margin is { } share
            ? " × " + words.Percent((double)share) + words.Either(" margin", " Marge")
            : "";
        string formula = words.Amount(value.AverageMonthly) + words.Either(" a month × ", " im Monat × ")
            + words.Number((decimal)value.Months, 1) + words.Either(" months × ", " Monate × ")
            + words.Percent(value.Retention) + words.Either(" retention", " Verbleib") + margin;
        return formula + " = " + words.Amount(value.Amount) + " ("
            + words.Amount(value.Low) + "–" + words.Amount(value.High) + ", "
            + Confidence(value.Confidence, words) + ")";
    }

    private static string Confidence(ValueConfidence confidence, Wording words) => confidence switch
    {
        ValueConfidence.High => words.Either("high confidence", "hohe Sicherheit"),
        ValueConfidence.Medium => words.Either("medium confidence", "mittlere Sicherheit"),
        _ => words.Either("low confidence", "geringe Sicherheit"),
    };
}
