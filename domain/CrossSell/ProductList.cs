using System;
using System.Collections.Generic;

namespace CrmExtensions.Domain.CrossSell;

/// <summary>Ids of products as one text of a row: 32 digits each, in ordinal order, every one once.</summary>
public static class ProductList
{
    private const char Separator = ',';

    public static string Write(IEnumerable<string> products) =>
        string.Join(",", new SortedSet<string>(products, StringComparer.Ordinal));

    public static IReadOnlyList<string> Read(string? text) =>
        string.IsNullOrEmpty(text) ? [] : text!.Split(Separator);
}
