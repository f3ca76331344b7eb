using System;
using System.Collections.Generic;
using System.Xml.Linq;
using CrmExtensions.Cli.Solution.Registration;

namespace CrmExtensions.Cli.Solution.Deriving;

/// <summary>
/// One file a step, images inside. The order of elements is that of current exports, not of the public XSD.
/// </summary>
internal sealed class StepFileWriter(ComponentIds ids)
{
    private const int PluginTypeCode = 4602;

    public static string Path(RegisteredType type, RegisteredStep step) =>
        $"SdkMessageProcessingSteps/{type.Name}.{step.Message}.{step.Table}.{step.StageName}.xml";

    public Guid Id(RegisteredType type, RegisteredStep step) => ids.Of(ComponentKind.Step, Name(type, step));

    public XElement Write(
        RegisteredAssembly assembly, RegisteredType type, RegisteredStep step, string introducedVersion) =>
        new("SdkMessageProcessingStep",
            new XAttribute("Name", $"{type.FullName}: {step.Message} of {step.Table}"),
            new XAttribute("SdkMessageProcessingStepId", Id(type, step).ToString("B")),
            new XAttribute(XNamespace.Xmlns + "xsi", SolutionXml.Instance),
            new XElement("SdkMessageId", SdkMessageIds.Find(step.Message)),
            new XElement("PluginTypeName", $"{type.FullName}, {assembly.FullName}"),
            new XElement("PluginTypeId", ids.Of(ComponentKind.PluginType, type.FullName)),
            new XElement("PrimaryEntity", step.Table),
            new XElement("AsyncAutoDelete", step.IsAsynchronous ? 1 : 0),
            new XElement("Description", step.Description),
            new XElement("FilteringAttributes", string.Join(',', step.OnChangeOf)),
            new XElement("InvocationSource", step.Stage == 10 ? 0 : 1),
            new XElement("Mode", step.Mode),
            new XElement("Rank", step.Rank),
            new XElement("EventHandlerTypeCode", PluginTypeCode),
            new XElement("Stage", step.Stage),
            new XElement("IsCustomizable", 1),
            new XElement("IsHidden", 0),
            new XElement("SupportedDeployment", 0),
            new XElement("IntroducedVersion", introducedVersion),
            new XElement("SdkMessageProcessingStepImages",
                Image(type, step, "PreImage", 0, step.PreImage),
                Image(type, step, "PostImage", 1, step.PostImage)));

    private XElement? Image(
        RegisteredType type, RegisteredStep step, string name, int kind, IReadOnlyList<string> columns) =>
        columns.Count == 0
            ? null
            : new XElement("SdkMessageProcessingStepImage",
                new XAttribute("Name", name),
                new XElement("SdkMessageProcessingStepImageId",
                    ids.Of(ComponentKind.Image, $"{Name(type, step)}/{name}").ToString("B")),
                new XElement("Attributes", string.Join(',', columns)),
                new XElement("EntityAlias", name),
                new XElement("ImageType", kind),
                new XElement("MessagePropertyName", RowProperty(step.Message)),
                new XElement("IsCustomizable", 1));

    /// <summary>The property of the message that holds the row, or on Create its id.</summary>
    private static string RowProperty(string message) => message switch
    {
        "Create" => "Id",
        "SetState" => "EntityMoniker",
        _ => "Target",
    };

    private static string Name(RegisteredType type, RegisteredStep step) =>
        $"{type.FullName}|{step.Message}|{step.Table}|{step.StageName}";
}
