using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;

namespace Sdk.Tests;

/// <summary>One line of Baseline/requests.tsv.</summary>
internal sealed class RequestRow
{
    private readonly string _assembly;
    private readonly string[] _properties;

    public RequestRow(string[] cells)
    {
        _assembly = cells[0];
        TypeName = cells[1];
        RequestName = cells[2];
        Keys = Split(cells[3]);
        _properties = Split(cells[4]);
    }

    public string TypeName { get; }

    public string RequestName { get; }

    /// <summary>Key and value, "Target=null".</summary>
    public IReadOnlyList<string> Keys { get; }

    public Type Type => Type.GetType(TypeName + ", " + _assembly, throwOnError: true)!;

    public IEnumerable<PropertyInfo> Properties =>
        Type
        .GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
        .Where(property => _properties.Contains(property.Name));

    private static string[] Split(string cell) =>
        cell.Split(", ", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
