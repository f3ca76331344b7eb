using System;
using System.Collections.Generic;
using System.Linq;
using Dataverse.Local.Import;
using Dataverse.Local.Metadata;
using Dataverse.Local.Pipeline;
using Dataverse.Local.Store;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Dataverse.Local.Registration;

/// <summary>Steps between their rows and the registry: what the row says is what runs.</summary>
internal static class StepRows
{
    public const string TableName = "sdkmessageprocessingstep";

    /// <summary>The step of a row, with its images; refused as the platform refuses the registration.</summary>
    public static Step Read(Session session, Entity row)
    {
        TableCatalog tables = session.Catalog;
        Entity type = Named(session, tables, row, "plugintypeid") ?? Named(session, tables, row, "eventhandler")
            ?? throw Missing("plugintypeid");
        string message = NameOfMessage(session, row);
        return new Step
        {
            Id = row.Id,
            Name = row.GetAttributeValue<string>("name") ?? string.Empty,
            PluginType = type.GetAttributeValue<string>("typename"),
            Message = message,
            Table = Named(session, tables, row, "sdkmessagefilterid") is Entity filter
                ? TableOf(filter)
                : null,
            Stage = (Stage)(Number(row, "stage") ?? throw Missing("stage")),
            Mode = (StepMode)(Number(row, "mode") ?? 0),
            Rank = row.GetAttributeValue<int?>("rank") ?? 1,
            FilteringColumns = Columns(row.GetAttributeValue<string>("filteringattributes")),
            Images = [.. ImagesOf(session, row.Id).Select(ReadImage)],
            Configuration = row.GetAttributeValue<string>("configuration"),
            SecureConfiguration = Named(session, tables, row, "sdkmessageprocessingstepsecureconfigid")
                ?.GetAttributeValue<string>("secureconfig"),
            ImpersonatingUserId = row.GetAttributeValue<EntityReference>("impersonatinguserid")?.Id,
            Enabled = (Number(row, "statecode") ?? 0) == 0,
            DeleteJobOnSuccess = row.GetAttributeValue<bool?>("asyncautodelete") ?? false,
            Solution = SolutionOf(session, row),
        };
    }

    /// <summary>Rows of a step that was registered without a request, as tools expect to find it.</summary>
    public static void Write(Engine engine, Session session, Step step, Guid pluginType)
    {
        MessageRows.Put(engine, session, step.Message, step.Table);
        PlatformRows rows = new(engine, session);
        rows.Put(new Entity(TableName, step.Id)
        {
            ["name"] = step.Name.Length > 0 ? step.Name : step.PluginType,
            ["sdkmessageid"] = new EntityReference("sdkmessage", PlatformMessages.IdOf(step.Message)),
            ["sdkmessagefilterid"] = step.Table is null ? null : new EntityReference(
                "sdkmessagefilter", PlatformMessages.FilterIdOf(step.Message, step.Table)),
            ["plugintypeid"] = new EntityReference("plugintype", pluginType),
            ["eventhandler"] = new EntityReference("plugintype", pluginType),
            ["stage"] = new OptionSetValue((int)step.Stage),
            ["mode"] = new OptionSetValue((int)step.Mode),
            ["rank"] = step.Rank,
            ["filteringattributes"] = Joined(step.FilteringColumns),
            ["configuration"] = step.Configuration,
            ["asyncautodelete"] = step.DeleteJobOnSuccess,
            ["impersonatinguserid"] = step.ImpersonatingUserId is Guid user
                ? new EntityReference("systemuser", user)
                : null,
            ["sdkmessageprocessingstepsecureconfigid"] = WriteSecret(rows, step),
            ["supporteddeployment"] = new OptionSetValue(0),
            ["ismanaged"] = false,
            ["statecode"] = new OptionSetValue(step.Enabled ? 0 : 1),
            ["statuscode"] = new OptionSetValue(step.Enabled ? 1 : 2),
        });
        foreach (StepImage image in step.Images)
        {
            rows.Put(RowOf(step, image));
        }
    }

    private static EntityReference? WriteSecret(PlatformRows rows, Step step)
    {
        if (step.SecureConfiguration is null)
        {
            return null;
        }

        Entity row = new("sdkmessageprocessingstepsecureconfig", NameId.Of("secureconfig", step.Id.ToString("N")))
        {
            ["secureconfig"] = step.SecureConfiguration,
        };
        rows.Put(row);
        return row.ToEntityReference();
    }

    private static Entity RowOf(Step step, StepImage image) =>
        new("sdkmessageprocessingstepimage", NameId.Of("stepimage", $"{step.Id:N}|{image.Alias}|{image.Type}"))
        {
            ["name"] = image.Alias,
            ["entityalias"] = image.Alias,
            ["imagetype"] = new OptionSetValue((int)image.Type),
            ["messagepropertyname"] = image.MessagePropertyName,
            ["attributes"] = Joined(image.Columns),
            ["sdkmessageprocessingstepid"] = new EntityReference(TableName, step.Id),
        };

    private static IReadOnlyList<Entity> ImagesOf(Session session, Guid step) =>
        session.Where(session.Catalog.Get("sdkmessageprocessingstepimage"), "sdkmessageprocessingstepid", step);

    private static StepImage ReadImage(Entity row) => new()
    {
        Alias = row.GetAttributeValue<string>("entityalias") ?? row.GetAttributeValue<string>("name") ?? string.Empty,
        Type = (ImageType)(Number(row, "imagetype") ?? 0),
        Columns = Columns(row.GetAttributeValue<string>("attributes")),
        MessagePropertyName = row.GetAttributeValue<string>("messagepropertyname") ?? "Target",
    };

    private static string NameOfMessage(Session session, Entity row)
    {
        EntityReference message = row.GetAttributeValue<EntityReference>("sdkmessageid")
            ?? throw Missing("sdkmessageid");
        Entity? named = session.Find(session.Catalog.Get("sdkmessage"), message.Id, new ColumnSet("name"));
        return named?.GetAttributeValue<string>("name") ?? PlatformMessages.NameOf(message.Id) ?? throw Fault.Because(
            ErrorCodes.ObjectDoesNotExist, $"Entity 'sdkmessage' With Id = {message.Id} Does Not Exist");
    }

    private static string? SolutionOf(Session session, Entity row)
    {
        Guid? id = row.GetAttributeValue<Guid?>("solutionid");
        return id is null
            ? null
            : session.Find(session.Catalog.Get("solution"), id.Value, new ColumnSet("uniquename"))
                ?.GetAttributeValue<string>("uniquename");
    }

    private static string? TableOf(Entity filter) =>
        filter.GetAttributeValue<string>("primaryobjecttypecode") is { Length: > 0 } table && table != "none"
            ? table
            : null;

    private static Entity? Named(Session session, TableCatalog tables, Entity row, string lookup) =>
        row.GetAttributeValue<EntityReference>(lookup) is EntityReference named
            ? session.Find(tables.Get(named.LogicalName), named.Id, new ColumnSet(true))
            : null;

    private static int? Number(Entity row, string column) => row.GetAttributeValue<OptionSetValue>(column)?.Value;

    private static string? Joined(IReadOnlyList<string> columns) =>
        columns.Count == 0 ? null : string.Join(",", columns);

    private static string[] Columns(string? list) =>
        list?.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];

    private static Exception Missing(string column) => Fault.Because(
        ErrorCodes.InvalidArgument, $"A step needs '{column}': the row names none.");
}
