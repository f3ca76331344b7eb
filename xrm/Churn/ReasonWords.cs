using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using CrmExtensions.Domain.Churn;
using CrmExtensions.Xrm.Schema;

namespace CrmExtensions.Xrm.Churn;

/// <summary>The reasons of an assessment in words, as text and as rows.</summary>
internal sealed class ReasonWords
{
    private const int LongestName = 500, LongestText = 4000;

    private readonly CustomerAssessment assessment;
    private readonly Wording words;

    /// <param name="assessment">Of one customer.</param>
    /// <param name="language">The platform's code.</param>
    public ReasonWords(CustomerAssessment assessment, int language)
    {
        this.assessment = assessment;
        words = Wording.OfLanguageCode(language);
    }

    /// <summary>One line a reason, the strongest first; the last line says whether a model or a rule speaks, and
    /// why.</summary>
    public string Text => Cut(string.Join("\n", Lines.Where(line => line.Length > 0)), LongestText);

    private IEnumerable<string> Lines => assessment.Reasons.Select(WordsOf)
        .Concat(new[] { new AssessmentText(assessment, words).Source });

    public IReadOnlyList<InsightReasonRow> Rows => assessment.Reasons.Select(RowOf).ToArray();

    private InsightReasonRow RowOf(Reason reason, int at) => new()
    {
        Name = Cut(WordsOf(reason), LongestName),
        Rank = at + 1,
        Code = reason.Code.ToString(),
        RaisesRisk = reason.RaisesRisk,
        Value = Number(reason.Value) ?? reason.On?.ToString(),
        OwnPast = Number(reason.OwnPast),
        SegmentMean = Number(reason.SegmentMean),
    };

    private string WordsOf(Reason reason) => ReasonText.Of(reason, words);

    private static string? Number(decimal? value) => value?.ToString("0.##", CultureInfo.InvariantCulture);

    private static string Cut(string text, int longest) => text.Length <= longest ? text : text.Substring(0, longest);
}
