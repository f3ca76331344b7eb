using System.Globalization;

namespace System.ServiceModel;

public class FaultReasonText
{
    public FaultReasonText(string text)
        : this(text, CultureInfo.CurrentCulture)
    {
    }

    public FaultReasonText(string text, CultureInfo cultureInfo)
        : this(text, cultureInfo?.Name ?? throw new ArgumentNullException(nameof(cultureInfo)))
    {
    }

    public FaultReasonText(string text, string xmlLang)
    {
        Text = text ?? throw new ArgumentNullException(nameof(text));
        XmlLang = xmlLang ?? throw new ArgumentNullException(nameof(xmlLang));
    }

    public string Text { get; }

    public string XmlLang { get; }

    public bool Matches(CultureInfo cultureInfo) => XmlLang == cultureInfo.Name;
}
