using System.Text;

namespace Dataverse.Local.Metadata;

/// <summary>English labels for names that a description leaves unlabelled.</summary>
internal static class LabelText
{
    /// <summary><c>ParentAccountId</c> becomes <c>Parent Account</c>, <c>Address1_Line1</c> becomes <c>Address 1: Line
    /// 1</c>.</summary>
    public static string FromSchemaName(string schemaName)
    {
        string name = schemaName.Length > 2 && schemaName.EndsWith("Id", System.StringComparison.Ordinal)
            ? schemaName[..^2]
            : schemaName;
        StringBuilder label = new();
        for (int i = 0; i < name.Length; i++)
        {
            char c = name[i];
            if (c == '_')
            {
                label.Append(':');
                continue;
            }

            bool starts = i > 0 && (IsBorder(name[i - 1], c) || name[i - 1] == '_');
            if (starts) label.Append(' ');
            label.Append(c);
        }

        return label.ToString();
    }

    private static bool IsBorder(char before, char c) =>
        (char.IsLower(before) && char.IsUpper(c)) || (char.IsLetter(before) && char.IsDigit(c));
}
