using System.Globalization;
using System.Text;

namespace CrmExtensions.Xrm.Jobs;

/// <summary>Small JSON objects for findings and previews; net462 has no writer that the sandbox allows.</summary>
internal sealed class JsonText
{
    private readonly StringBuilder json = new StringBuilder("{");

    public JsonText With(string name, long value) => Raw(name, value.ToString(CultureInfo.InvariantCulture));

    public JsonText With(string name, string value) => Raw(name, Quoted(value));

    public override string ToString() => json + "}";

    private static string Quoted(string value)
    {
        var text = new StringBuilder("\"");
        foreach (char letter in value)
        {
            if (letter is '"' or '\\') text.Append('\\').Append(letter);
            else if (letter < ' ')
                text.Append("\\u").Append(((int)letter).ToString("x4", CultureInfo.InvariantCulture));
            else text.Append(letter);
        }

        return text.Append('"').ToString();
    }

    private JsonText Raw(string name, string value)
    {
        if (json.Length > 1) json.Append(',');
        json.Append(Quoted(name)).Append(':').Append(value);
        return this;
    }
}
