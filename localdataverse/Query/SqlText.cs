using System.Collections.Generic;

namespace Dataverse.Local.Query;

/// <summary>A statement with its parameters (long, double, string or byte[]) in the order ?1, ?2 ...</summary>
internal sealed class SqlText
{
    public SqlText(string text, IReadOnlyList<object> parameters)
    {
        Text = text;
        Parameters = parameters;
    }

    public string Text { get; }

    public IReadOnlyList<object> Parameters { get; }
}
