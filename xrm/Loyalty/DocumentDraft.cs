using CrmExtensions.Domain;
using CrmExtensions.Domain.Loyalty;
using CrmExtensions.Xrm.Stores;

namespace CrmExtensions.Xrm.Loyalty;

/// <summary>What every first entry of a document says about it, whether it gives or takes.</summary>
internal static class DocumentDraft
{
    /// <param name="run">Of the step.</param>
    /// <param name="document">That earns, or that gives back what was earned.</param>
    /// <param name="payer">The programme.</param>
    /// <param name="key">Of the entry.</param>
    /// <param name="moved">Signed, by rule and line.</param>
    public static EntryDraft Of(
        StepRun run, PurchaseDocument document, Participation payer, SourceKey key, Breakdown moved) => new()
    {
        Key = key,
        Points = moved.Points,
        BookedOn = run.Now,
        SourceTable = document.Table,
        SourceId = document.Id.ToString("D"),
        DocumentNumber = document.Number,
        OriginatorId = run.OriginatorId,
        Rates = payer.RatesFor(document),
        Breakdown = moved.ToStoredJson(),
        StatusPoints = moved.StatusPoints,
        EarnedOn = payer.DayOf(run.Now),
    };
}
