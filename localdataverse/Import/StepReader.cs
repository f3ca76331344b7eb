using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Dataverse.Local.Pipeline;
using Dataverse.Local.Registration;
using Microsoft.Xrm.Sdk;

namespace Dataverse.Local.Import;

/// <summary>Reads plug-in steps with their images, and refuses what the platform would not register.</summary>
internal static partial class StepReader
{
    private static readonly Dictionary<string, string[]> ImageProperties = new(StringComparer.Ordinal)
    {
        ["Create"] = ["Id"],
        ["Update"] = ["Target"],
        ["Delete"] = ["Target"],
        ["Assign"] = ["Target"],
        ["SetState"] = ["EntityMoniker"],
    };

    public static void Read(PackageReading reading)
    {
        foreach (XElement xml in reading.Customizations
            .Section("SdkMessageProcessingSteps", "SdkMessageProcessingStep"))
        {
            Step step = ReadStep(reading, xml);
            reading.Steps.Add(step);
            reading.Define(ComponentType.Step, null, step.Id, xml);
            reading.Applied("step", step.Name);
            AddRows(reading, step, xml);
        }
    }

    private static Step ReadStep(PackageReading reading, XElement xml)
    {
        Guid messageId = xml.RequiredId("SdkMessageId");
        string message = PlatformMessages.NameOf(messageId) ?? NamedMessage(reading, xml)
            ?? throw UnknownMessage(xml, messageId);
        Stage stage = ReadStage(xml);
        StepMode mode = ReadMode(xml, stage);
        string? table = xml.Text("PrimaryEntity");
        return new Step
        {
            Id = xml.RequiredIdAttribute("SdkMessageProcessingStepId"),
            Name = xml.RequiredAttribute("Name"),
            PluginType = PluginTypeOf(reading, xml).FullName,
            Message = message,
            Table = table is null or "none" ? null : table,
            Stage = stage,
            Mode = mode,
            Rank = xml.Int("Rank") ?? 1,
            FilteringColumns = Columns(xml.Text("FilteringAttributes")),
            Images = [.. xml.Section("SdkMessageProcessingStepImages", "SdkMessageProcessingStepImage")
                .Select(image => ReadImage(image, message, stage))],
            Configuration = (string?)xml.Element("Configuration"),
            ImpersonatingUserId = null,
            DeleteJobOnSuccess = xml.Flag("AsyncAutoDelete"),
            Solution = reading.Manifest.UniqueName,
        };
    }

    /// <summary>
    /// There is no element for the message's name, but tools call a step "Type: Message of table".
    /// </summary>
    private static string? NamedMessage(PackageReading reading, XElement xml)
    {
        string name = StepNamePattern().Match(xml.RequiredAttribute("Name")).Groups["message"].Value;
        return reading.Messages.Contains(name) || reading.Zip.Has($"customapis/{name}/customapi.xml") ? name : null;
    }

    private static Exception UnknownMessage(XElement xml, Guid id) => ImportFault.Because(
        ImportErrorCodes.SdkMessages,
        $"{xml.Place()}: the SdkMessageId {id} is none of those that are the same in every environment "
        + $"({string.Join(", ", PlatformMessages.WithPublicId)}), and the step's name "
        + $"'{xml.RequiredAttribute("Name")}' tells no message that is known here. "
        + "Name the step 'Type: Message of table'.");

    private static PluginTypeDefinition PluginTypeOf(PackageReading reading, XElement xml)
    {
        string? id = xml.Text("PluginTypeId");
        string name = xml.Text("PluginTypeName")?.Split(',')[0].Trim() ?? string.Empty;
        PluginTypeDefinition? type = reading.Assemblies.SelectMany(assembly => assembly.Types)
            .FirstOrDefault(type => id is null ? type.FullName == name : type.Id == xml.RequiredId("PluginTypeId"));
        if (type is null)
        {
            throw ImportFault.Because(ImportErrorCodes.PluginTypes,
                $"{xml.Place()}: the step's plug-in type '{name}' ({id}) is not among the plug-in types of the "
                + "package. Add it to the PluginTypes of its assembly.");
        }

        if (type.ActivityGroup is not null)
        {
            throw ImportFault.Because(ImportErrorCodes.PluginTypes,
                $"{xml.Place()}: '{type.FullName}' is a workflow activity; a step needs a plug-in.");
        }

        return name.Length == 0 || name == type.FullName ? type : throw ImportFault.Because(
            ImportErrorCodes.PluginTypes,
            $"{xml.Place()}: PluginTypeName says '{name}', PluginTypeId is that of '{type.FullName}'.");
    }

    private static Stage ReadStage(XElement xml)
    {
        int stage = xml.Int("Stage") ?? throw PartXml.Invalid(xml, "Stage", string.Empty, "10, 20 or 40");
        return (Stage)stage is Stage.PreValidation or Stage.PreOperation or Stage.PostOperation
            ? (Stage)stage
            : throw PartXml.Invalid(xml, "Stage", xml.Required("Stage"), "10, 20 or 40");
    }

    private static StepMode ReadMode(XElement xml, Stage stage)
    {
        int mode = xml.Int("Mode") ?? 0;
        if (mode is not 0 and not 1)
        {
            throw PartXml.Invalid(xml, "Mode", xml.Required("Mode"), "0 (synchronous) or 1 (asynchronous)");
        }

        if (mode == 1 && stage != Stage.PostOperation)
        {
            throw ImportFault.Because(ImportErrorCodes.SdkMessages,
                $"{xml.Place()}: an asynchronous step must be in stage 40, this one is in {(int)stage}.");
        }

        return (StepMode)mode;
    }

    private static StepImage ReadImage(XElement xml, string message, Stage stage)
    {
        int number = xml.Int("ImageType") ?? throw PartXml.Invalid(xml, "ImageType", string.Empty, "0, 1 or 2");
        ImageType type = (ImageType)number;
        string property = xml.Required("MessagePropertyName");
        if (!Enum.IsDefined(type))
        {
            throw PartXml.Invalid(xml, "ImageType", xml.Required("ImageType"), "0, 1 or 2");
        }

        string? problem = !ImageProperties.TryGetValue(message, out string[]? allowed)
                ? $"the message {message} has no images"
            : !allowed.Contains(property)
                ? $"MessagePropertyName is '{property}'; for {message} it is {string.Join(" or ", allowed)}"
            : type != ImageType.PostImage && message == "Create" ? "Create has no pre-image: there is no row yet"
            : type != ImageType.PreImage && message == "Delete" ? "Delete has no post-image: the row is gone"
            : type != ImageType.PreImage && stage != Stage.PostOperation ? "a post-image needs stage 40"
            : null;
        return problem is null
            ? new StepImage
            {
                Alias = xml.Required("EntityAlias"),
                Type = type,
                Columns = Columns(xml.Text("Attributes")),
                MessagePropertyName = property,
            }
            : throw ImportFault.Because(ImportErrorCodes.SdkMessages, $"{xml.Place()}: {problem}.");
    }

    private static string[] Columns(string? list) =>
        list?.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];

    private static void AddRows(PackageReading reading, Step step, XElement xml)
    {
        Guid messageId = PlatformMessages.IdOf(step.Message);
        reading.AddRow("sdkmessage", messageId, new KeyValuePair<string, object?>("name", step.Message));
        if (!xml.Flag("IsCustomizable", absent: true))
        {
            reading.Locked.Add(step.Id);
        }

        PluginTypeDefinition type = PluginTypeOf(reading, xml);
        Guid? filter = step.Table is null ? null : PlatformMessages.FilterIdOf(step.Message, step.Table);
        if (filter is Guid filterId)
        {
            reading.AddRow("sdkmessagefilter", filterId,
                new("sdkmessageid", new EntityReference("sdkmessage", messageId)),
                new("primaryobjecttypecode", step.Table));
        }

        reading.AddRow("sdkmessageprocessingstep", step.Id,
            new("name", step.Name),
            new("description", xml.Text("Description")),
            new("sdkmessageid", new EntityReference("sdkmessage", messageId)),
            new("sdkmessagefilterid", filter is Guid id ? new EntityReference("sdkmessagefilter", id) : null),
            new("plugintypeid", new EntityReference("plugintype", type.Id)),
            new("eventhandler", new EntityReference("plugintype", type.Id)),
            new("stage", new OptionSetValue((int)step.Stage)),
            new("mode", new OptionSetValue((int)step.Mode)),
            new("rank", step.Rank),
            new("filteringattributes", xml.Text("FilteringAttributes")),
            new("configuration", step.Configuration),
            new("asyncautodelete", step.DeleteJobOnSuccess),
            new("supporteddeployment", new OptionSetValue(xml.Int("SupportedDeployment") ?? 0)),
            new("statecode", new OptionSetValue(0)),
            new("statuscode", new OptionSetValue(1)));
        foreach (XElement image in xml.Section("SdkMessageProcessingStepImages", "SdkMessageProcessingStepImage"))
        {
            AddImageRow(reading, step, image);
        }
    }

    private static void AddImageRow(PackageReading reading, Step step, XElement image) =>
        reading.AddRow("sdkmessageprocessingstepimage", image.RequiredId("SdkMessageProcessingStepImageId"),
            new("name", (string?)image.Attribute("Name") ?? image.Required("EntityAlias")),
            new("entityalias", image.Required("EntityAlias")),
            new("imagetype", new OptionSetValue(image.Int("ImageType") ?? 0)),
            new("messagepropertyname", image.Required("MessagePropertyName")),
            new("attributes", image.Text("Attributes")),
            new("sdkmessageprocessingstepid", new EntityReference("sdkmessageprocessingstep", step.Id)));

    [GeneratedRegex("^.+?:\\s*(?<message>[A-Za-z_][A-Za-z0-9_]*)\\s+of\\s")]
    private static partial Regex StepNamePattern();
}
