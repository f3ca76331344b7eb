using System;
using CrmExtensions.Xrm.Texts;

namespace CrmExtensions.Xrm;

/// <summary>
/// A broken business rule, as code and values: the text is rendered in the language of whoever reads it. The one
/// exception that becomes a message to the user; everything else bubbles as it is.
/// </summary>
internal sealed class BusinessRuleException : Exception
{
    public BusinessRuleException(UserText text, params object[] values)
        : base(UserTexts.Render(text, UserTexts.English, values))
    {
        Text = text;
        Values = values;
    }

    public UserText Text { get; }

    public object[] Values { get; }
}
