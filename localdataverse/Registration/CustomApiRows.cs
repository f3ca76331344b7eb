using System;
using System.Collections.Generic;
using System.Linq;
using Dataverse.Local.Metadata;
using Dataverse.Local.Pipeline;
using Dataverse.Local.Store;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Dataverse.Local.Registration;

/// <summary>Custom APIs between their rows and the registry.</summary>
internal static class CustomApiRows
{
    public const string TableName = "customapi";

    public static CustomApi Read(Session session, Entity row) => new()
    {
        Id = row.Id,
        UniqueName = row.GetAttributeValue<string>("uniquename"),
        PluginType = TypeName(session, row),
        BindingType = row.GetAttributeValue<OptionSetValue>("bindingtype")?.Value ?? 0,
        BoundTable = row.GetAttributeValue<string>("boundentitylogicalname"),
        IsFunction = row.GetAttributeValue<bool?>("isfunction") ?? false,
        IsPrivate = row.GetAttributeValue<bool?>("isprivate") ?? false,
        AllowedStepType = row.GetAttributeValue<OptionSetValue>("allowedcustomprocessingsteptype")?.Value ?? 0,
        ExecutePrivilege = row.GetAttributeValue<string>("executeprivilegename"),
        Parameters = Parameters(session, row, "customapirequestparameter"),
        Results = Parameters(session, row, "customapiresponseproperty"),
        Solution = SolutionOf(session, row),
    };

    private static CustomApiParameter[] Parameters(Session session, Entity api, string table) =>
        [.. session.Where(session.Catalog.Get(table), "customapiid", api.Id).Select(row => new CustomApiParameter
        {
            UniqueName = row.GetAttributeValue<string>("uniquename"),
            Type = (CustomApiParameterType)(row.GetAttributeValue<OptionSetValue>("type")?.Value ?? 0),
            IsOptional = row.GetAttributeValue<bool?>("isoptional") ?? false,
            Table = row.GetAttributeValue<string>("logicalentityname"),
        })];

    private static string? TypeName(Session session, Entity row) =>
        row.GetAttributeValue<EntityReference>("plugintypeid") is EntityReference type
            ? session.Find(session.Catalog.Get("plugintype"), type.Id, new ColumnSet("typename"))
                ?.GetAttributeValue<string>("typename")
            : null;

    private static string? SolutionOf(Session session, Entity row) =>
        row.GetAttributeValue<Guid?>("solutionid") is Guid id
            ? session.Find(session.Catalog.Get("solution"), id, new ColumnSet("uniquename"))
                ?.GetAttributeValue<string>("uniquename")
            : null;
}
