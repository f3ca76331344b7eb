using System;
using System.Diagnostics;
using System.Net;
using System.Text;

namespace Dataverse.Local.Http.Pages;

/// <summary>HTML under construction. Everything that is not a tag literal of this code goes through <see cref="Text"/>
/// or an attribute, which encode.</summary>
internal sealed class Markup
{
    private readonly StringBuilder _html = new();

    /// <summary>An element; attributes alternate name and value, and a null value leaves one out.</summary>
    public Markup Element(string tag, Action<Markup> inside, params string?[] attributes)
    {
        Open(tag, attributes);
        inside(this);
        _html.Append("</").Append(tag).Append('>');
        return this;
    }

    public Markup Element(string tag, string? text, params string?[] attributes) =>
        Element(tag, inner => inner.Text(text), attributes);

    /// <summary>An element without content and end tag.</summary>
    public Markup Void(string tag, params string?[] attributes)
    {
        Open(tag, attributes);
        return this;
    }

    public Markup Text(string? text)
    {
        _html.Append(WebUtility.HtmlEncode(text));
        return this;
    }

    /// <summary>JSON for scripts: the serializer has written every angle bracket as an escape.</summary>
    public Markup Data(string id, string json)
    {
        Debug.Assert(!json.Contains('<', StringComparison.Ordinal), "The JSON is not escaped.");
        Open("script", ["type", "application/json", "id", id]);
        _html.Append(json).Append("</script>");
        return this;
    }

    public override string ToString() => _html.ToString();

    private void Open(string tag, ReadOnlySpan<string?> attributes)
    {
        _html.Append('<').Append(tag);
        for (int i = 0; i + 1 < attributes.Length; i += 2)
        {
            if (attributes[i + 1] is not string value) continue;
            _html.Append(' ').Append(attributes[i]);
            if (value.Length > 0) _html.Append("=\"").Append(WebUtility.HtmlEncode(value)).Append('"');
        }

        _html.Append('>');
    }
}
