using System;
using System.Collections.Generic;
using System.Linq;
using Dataverse.Local.Pipeline;

namespace Dataverse.Local.Http.Api;

/// <summary>
/// Actions of the platform that take and give nothing special: declared as custom APIs are, and called the same way.
/// </summary>
internal static class PlatformActions
{
    private static readonly CustomApi[] Declared =
    [
        Closing("FulfillSalesOrder", "OrderClose"), Closing("CancelSalesOrder", "OrderClose"),
        Closing("WinOpportunity", "OpportunityClose"), Closing("LoseOpportunity", "OpportunityClose"),
        Closing("WinQuote", "QuoteClose"), Closing("CloseQuote", "QuoteClose"),
    ];

    /// <summary>The actions and functions that the Web API offers for an environment.</summary>
    public static IEnumerable<CustomApi> Offered(LocalDataverse dataverse) => Declared.Concat(dataverse.CustomApis);

    public static CustomApi? Find(LocalDataverse dataverse, string name) =>
        Offered(dataverse).FirstOrDefault(api => api.UniqueName == name);

    private static CustomApi Closing(string message, string activity) => new()
    {
        Id = Guid.Empty,
        UniqueName = message,
        Parameters =
        [
            new CustomApiParameter
            {
                UniqueName = activity, Type = CustomApiParameterType.Entity, Table = activity.ToLowerInvariant(),
            },
            new CustomApiParameter { UniqueName = "Status", Type = CustomApiParameterType.Picklist },
        ],
    };
}
