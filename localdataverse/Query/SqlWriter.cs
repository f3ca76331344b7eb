using System.Collections.Generic;
using System.Globalization;
using System.Text;

namespace Dataverse.Local.Query;

/// <summary>Collects a statement's text and its parameters. Every value passes <see cref="Parameter"/>, so no value
/// ever becomes part of the text.</summary>
internal sealed class SqlWriter
{
    private readonly StringBuilder _text = new();
    private readonly List<object> _parameters = new();

    public SqlWriter Append(string sql)
    {
        _text.Append(sql);
        return this;
    }

    /// <summary>Adds the value (long, double, string or byte[]) and returns its place holder.</summary>
    public string Parameter(object value)
    {
        _parameters.Add(value);
        return "?" + _parameters.Count.ToString(CultureInfo.InvariantCulture);
    }

    public SqlText ToSql() => new(_text.ToString(), _parameters);
}
