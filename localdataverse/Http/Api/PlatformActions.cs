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
    public const string BulkDelete = "BulkDelete";

    public const string ExecuteWorkflow = "ExecuteWorkflow";

    private static readonly CustomApi[] Declared =
    [
        Closing("FulfillSalesOrder", "OrderClose"), Closing("CancelSalesOrder", "OrderClose"),
        Closing("WinOpportunity", "OpportunityClose"), Closing("LoseOpportunity", "OpportunityClose"),
        Closing("WinQuote", "QuoteClose"), Closing("CloseQuote", "QuoteClose"),
        new CustomApi
        {
            Id = Guid.Empty,
            UniqueName = BulkDelete,
            Parameters =
            [
                Named("JobName", CustomApiParameterType.String),
                Named("RecurrencePattern", CustomApiParameterType.String),
                Named("SendEmailNotification", CustomApiParameterType.Boolean),
                Named("StartDateTime", CustomApiParameterType.DateTime),
                Named("RunNow", CustomApiParameterType.Boolean),
            ],
            Results = [Named("JobId", CustomApiParameterType.Guid)],
        },
        new CustomApi
        {
            Id = Guid.Empty,
            UniqueName = ExecuteWorkflow,
            BindingType = 1,
            BoundTable = "workflow",
            Parameters = [Named("EntityId", CustomApiParameterType.Guid)],
        },
    ];

    /// <summary>The actions and functions that the Web API offers for an environment.</summary>
    public static IEnumerable<CustomApi> Offered(LocalDataverse dataverse) => Declared.Concat(dataverse.CustomApis);

    public static CustomApi? Find(LocalDataverse dataverse, string name) =>
        Offered(dataverse).FirstOrDefault(api => api.UniqueName == name);

    private static CustomApiParameter Named(string name, CustomApiParameterType type) =>
        new() { UniqueName = name, Type = type };

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
