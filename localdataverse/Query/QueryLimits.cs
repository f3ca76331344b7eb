using System;

namespace Dataverse.Local.Query;

/// <summary>Limits of pages and tops that all kinds of queries share.</summary>
internal static class QueryLimits
{
    public static int CheckTop(int top) => top is >= 1 and <= Page.LargestSize
        ? top
        : throw QueryFault.Argument($"The top value must be between 1 and {Page.LargestSize}, but is {top}.");

    /// <summary>Missing or unset (0) numbers mean the first page and the largest size; larger pages are cut when the
    /// rows are read, unless that limit is off.</summary>
    public static Page PageOf(int? number, int? size, string? cookie, bool countTotal)
    {
        if (number < 0) throw QueryFault.PageNumberOutOfRange();
        if (size < 0) throw QueryFault.Argument("The page size cannot be negative.");
        return new Page
        {
            Number = number is null or 0 ? 1 : number.Value,
            Size = size is null or 0 ? Page.LargestSize : size.Value,
            Cookie = string.IsNullOrEmpty(cookie) ? null : cookie,
            CountTotal = countTotal,
        };
    }
}
