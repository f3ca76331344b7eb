namespace CrmExtensions.Domain.Churn;

/// <param name="Value">How many, or the answer itself.</param>
/// <param name="LogOdds">What it alone shifts.</param>
internal sealed record SignalPart(ReasonCode Code, int Value, double LogOdds);
