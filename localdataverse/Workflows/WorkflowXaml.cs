using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Xml;
using System.Xml.Linq;
using Dataverse.Local.Pipeline;

namespace Dataverse.Local.Workflows;

/// <summary>
/// Reads the XAML of a classic workflow as the designer writes it: a row of custom activities whose inputs are
/// constants or columns. Every other step is refused by its name.
/// </summary>
internal static class WorkflowXaml
{
    private const int Longest = 4 * 1024 * 1024;
    private const string PlatformTypes = "Microsoft.Crm.Workflow.Activities.";

    public static IReadOnlyList<WorkflowAction> Read(string xaml)
    {
        XElement workflow = Load(xaml).Descendants().FirstOrDefault(element => element.Name.LocalName == "Workflow")
            ?? throw Fault.Because(ErrorCodes.InvalidArgument, "The XAML of the workflow has no Workflow element.");
        return [.. Steps(workflow)];
    }

    /// <summary>The attribute x:Key of an argument or a collection.</summary>
    public static string Key(XElement element) =>
        (string?)element.Attributes().FirstOrDefault(attribute => attribute.Name.LocalName == "Key") ?? "";

    private static IEnumerable<WorkflowAction> Steps(XElement parent)
    {
        foreach (XElement step in Children(parent))
        {
            IEnumerable<WorkflowAction> actions = step.Name.LocalName switch
            {
                "Persist" => [],
                "Sequence" => Steps(step),
                "ActivityReference" when IsCustomActivityStep(step) => Property(step, "Activities").Select(Action),
                _ => throw Unsupported(step),
            };
            foreach (WorkflowAction action in actions)
            {
                yield return action;
            }
        }
    }

    private static bool IsCustomActivityStep(XElement step) =>
        TypeOf(step) == PlatformTypes + "Composite"
        && ((string?)step.Attribute("DisplayName") ?? "").StartsWith("CustomActivityStep", StringComparison.Ordinal);

    private static WorkflowAction Action(XElement element)
    {
        if (element.Name.LocalName == "GetEntityProperty")
        {
            return new ReadColumn(element);
        }

        string type = element.Name.LocalName == "ActivityReference" ? TypeOf(element) : throw Unsupported(element);
        XElement[] arguments = element.Elements()
            .Where(child => child.Name.LocalName == "ActivityReference.Arguments").Elements().ToArray();
        return type switch
        {
            PlatformTypes + "EvaluateExpression" => Expression(element, arguments),
            PlatformTypes + "ConvertCrmXrmTypes" => new TakeFirst(
                WorkflowToken.Variable(Text(arguments, "Result")), [WorkflowToken.Argument(Text(arguments, "Value"))]),
            _ when type.StartsWith(PlatformTypes, StringComparison.Ordinal) => throw Unsupported(element),
            _ => new CallActivity(type, arguments),
        };
    }

    private static WorkflowAction Expression(XElement element, XElement[] arguments)
    {
        string result = WorkflowToken.Variable(Text(arguments, "Result"));
        IReadOnlyList<WorkflowToken> parts = WorkflowToken.List(Text(arguments, "Parameters"));
        return Text(arguments, "ExpressionOperator") switch
        {
            "CreateCrmType" when parts.Count > 0 => new MakeValue(result, parts),
            "SelectFirstNonNull" => new TakeFirst(result, parts),
            string other => throw Fault.NotSupported($"The workflow expression '{other}' ({NameOf(element)})"),
        };
    }

    private static string Text(XElement[] arguments, string key) =>
        arguments.FirstOrDefault(argument => Key(argument) == key)?.Value ?? "";

    private static IEnumerable<XElement> Property(XElement step, string key) => step.Elements()
        .Where(child => child.Name.LocalName == "ActivityReference.Properties").Elements()
        .Where(collection => Key(collection) == key).Elements();

    /// <summary>Without the elements that are properties (Workflow.Variables).</summary>
    private static IEnumerable<XElement> Children(XElement parent) =>
        parent.Elements().Where(child => !child.Name.LocalName.Contains('.', StringComparison.Ordinal));

    private static string TypeOf(XElement reference) =>
        ((string?)reference.Attribute("AssemblyQualifiedName") ?? "").Split(',')[0].Trim();

    private static Exception Unsupported(XElement step) => Fault.NotSupported($"The workflow step '{NameOf(step)}'");

    private static string NameOf(XElement step) =>
        (string?)step.Attribute("DisplayName") ?? (TypeOf(step) is { Length: > 0 } type ? type : step.Name.LocalName);

    private static XDocument Load(string xaml)
    {
        XmlReaderSettings settings = new()
        {
            DtdProcessing = DtdProcessing.Prohibit,
            MaxCharactersInDocument = Longest,
        };
        try
        {
            using XmlReader reader = XmlReader.Create(new StringReader(xaml), settings);
            return XDocument.Load(reader);
        }
        catch (XmlException broken)
        {
            throw Fault.Because(ErrorCodes.InvalidArgument, $"The XAML of the workflow is no XML: {broken.Message}");
        }
    }
}
