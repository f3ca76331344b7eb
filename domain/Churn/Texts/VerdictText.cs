namespace CrmExtensions.Domain.Churn;

/// <summary>Why a rule is shown instead of a model, for the label that every such score carries.</summary>
public static class VerdictText
{
    public static string Of(GateVerdict verdict, Wording words) => verdict switch
    {
        GateVerdict.Passed => words.Either(
            "the model passed its back-test", "das Modell hat seinen Rücktest bestanden"),
        GateVerdict.NotTrained => words.Either("no model is trained yet", "es ist noch kein Modell trainiert"),
        GateVerdict.ModelNotFitted => words.Either(
            "the customers do not allow a model", "die Kunden lassen kein Modell zu"),
        GateVerdict.HistoryTooShort => words.Either(
            "the history is too short for a back-test", "die Historie ist zu kurz für einen Rücktest"),
        GateVerdict.TooFewCustomersWithOrder => words.Either(
            "too few customers ordered in the back-test", "im Rücktest haben zu wenige Kunden gekauft"),
        GateVerdict.TooFewCustomersWithoutOrder => words.Either(
            "too few customers stayed silent in the back-test", "im Rücktest blieben zu wenige Kunden still"),
        GateVerdict.NoBetterThanBaseRate => words.Either(
            "the model does not beat the base rate", "das Modell ist nicht besser als die Grundquote"),
        GateVerdict.RanksNoBetterThanChance => words.Either(
            "the model ranks hardly better than chance", "das Modell ordnet kaum besser als der Zufall"),
        _ => words.Either(
            "days since the last order rank better than the model",
            "die Tage seit dem letzten Kauf ordnen besser als das Modell"),
    };
}
