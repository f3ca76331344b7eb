using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace System.ServiceModel;

public class FaultReason
{
    private readonly List<FaultReasonText> _translations;

    public FaultReason(string text)
        : this(new FaultReasonText(text))
    {
    }

    public FaultReason(FaultReasonText translation)
        : this(new[] { translation ?? throw new ArgumentNullException(nameof(translation)) })
    {
    }

    public FaultReason(IEnumerable<FaultReasonText> translations)
    {
        _translations = translations?.ToList() ?? throw new ArgumentNullException(nameof(translations));
        if (_translations.Count == 0)
            throw new ArgumentException("A fault reason needs at least one translation.", nameof(translations));
    }

    public FaultReasonText GetMatchingTranslation() => GetMatchingTranslation(CultureInfo.CurrentCulture);

    /// <summary>The first translation if none matches.</summary>
    public FaultReasonText GetMatchingTranslation(CultureInfo cultureInfo) =>
        _translations.FirstOrDefault(text => text.Matches(cultureInfo)) ?? _translations[0];

    public override string ToString() => GetMatchingTranslation().Text;
}
