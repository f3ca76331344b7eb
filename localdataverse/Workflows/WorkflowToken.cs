using System;
using System.Collections.Generic;

namespace Dataverse.Local.Workflows;

/// <summary>A constant text or the name of a variable in the Visual Basic of a workflow.</summary>
internal sealed class WorkflowToken
{
    private WorkflowToken(string text, bool isText)
    {
        Text = text;
        IsText = isText;
    }

    public string Text { get; }

    public bool IsText { get; }

    /// <summary><c>[New Object() { Name, "text", ... }]</c>; a quote within a text is doubled.</summary>
    public static IReadOnlyList<WorkflowToken> List(string expression)
    {
        int open = expression.IndexOf('{');
        int close = expression.LastIndexOf('}');
        List<WorkflowToken> tokens = [];
        if (open < 0 || close < open)
        {
            return tokens;
        }

        string rest = expression[(open + 1)..close];
        for (int at = 0; at < rest.Length; at++)
        {
            if (char.IsWhiteSpace(rest[at]) || rest[at] == ',')
            {
                continue;
            }

            int end = rest[at] == '"' ? EndOfText(rest, at) : EndOfName(rest, at);
            tokens.Add(rest[at] == '"'
                ? new WorkflowToken(rest[(at + 1)..end].Replace("\"\"", "\"", StringComparison.Ordinal), isText: true)
                : new WorkflowToken(rest[at..end].Trim(), isText: false));
            at = end;
        }

        return tokens;
    }

    /// <summary><c>[DirectCast(variable, type)]</c>, <c>[variable]</c>, or a text as it stands.</summary>
    public static WorkflowToken Argument(string value) =>
        value.StartsWith('[') && value.EndsWith(']')
            ? new WorkflowToken(Variable(value), isText: false)
            : new WorkflowToken(value, isText: true);

    /// <summary>The variable that an expression names.</summary>
    public static string Variable(string expression)
    {
        string inner = expression.Trim().TrimStart('[').TrimEnd(']').Trim();
        const string Cast = "DirectCast(";
        return inner.StartsWith(Cast, StringComparison.Ordinal)
            ? inner[Cast.Length..inner.IndexOf(',', StringComparison.Ordinal)].Trim()
            : inner;
    }

    /// <summary><c>[InputEntities("key")]</c>: the key.</summary>
    public static string Quoted(string expression)
    {
        int first = expression.IndexOf('"');
        int last = expression.LastIndexOf('"');
        return first >= 0 && last > first ? expression[(first + 1)..last] : "";
    }

    private static int EndOfText(string text, int start)
    {
        int at = start + 1;
        while (at < text.Length && (text[at] != '"' || (at + 1 < text.Length && text[at + 1] == '"')))
        {
            at += text[at] == '"' ? 2 : 1;
        }

        return at;
    }

    private static int EndOfName(string text, int start)
    {
        int end = text.IndexOf(',', start);
        return end < 0 ? text.Length : end;
    }
}
