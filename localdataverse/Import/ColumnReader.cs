using System;
using System.Collections.Generic;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Dataverse.Local.Metadata;

namespace Dataverse.Local.Import;

/// <summary>
/// Reads one attribute element. Where a lookup points to comes from the relationships, not from here.
/// </summary>
internal sealed partial class ColumnReader
{
    private static readonly Dictionary<string, ColumnType> Types = new(StringComparer.OrdinalIgnoreCase)
    {
        ["nvarchar"] = ColumnType.String,
        ["ntext"] = ColumnType.Memo,
        ["int"] = ColumnType.Integer,
        ["bigint"] = ColumnType.BigInt,
        ["decimal"] = ColumnType.Decimal,
        ["float"] = ColumnType.Double,
        ["money"] = ColumnType.Money,
        ["bit"] = ColumnType.Boolean,
        ["datetime"] = ColumnType.DateTime,
        ["picklist"] = ColumnType.Choice,
        ["multiselectpicklist"] = ColumnType.MultiChoice,
        ["state"] = ColumnType.State,
        ["status"] = ColumnType.Status,
        ["lookup"] = ColumnType.Lookup,
        ["customer"] = ColumnType.Customer,
        ["owner"] = ColumnType.Owner,
        ["primarykey"] = ColumnType.UniqueIdentifier,
        ["uniqueidentifier"] = ColumnType.UniqueIdentifier,
        ["entityname"] = ColumnType.EntityName,
        ["file"] = ColumnType.File,
        ["image"] = ColumnType.Image,
        ["virtual"] = ColumnType.Virtual,
    };

    private readonly Func<string, ChoiceSet?> _globalChoice;
    private readonly Func<string, string, IReadOnlyList<string>> _targets;

    /// <param name="globalChoice">A global choice by name, of the package or already there.</param>
    /// <param name="targets">Tables that a lookup column (table, column) points to.</param>
    public ColumnReader(Func<string, ChoiceSet?> globalChoice, Func<string, string, IReadOnlyList<string>> targets)
    {
        _globalChoice = globalChoice;
        _targets = targets;
    }

    public Column Read(string table, XElement xml)
    {
        ColumnType type = ReadType(xml);
        string name = ReadName(table, xml);
        bool isCustom = xml.Flag("IsCustomField");
        if (isCustom && !PrefixPattern().IsMatch(name))
        {
            throw ImportFault.Because(ImportErrorCodes.AttributeName,
                $"{xml.Place()}: custom column '{table}.{name}' must start with a valid customization prefix, "
                + "such as the publisher's and an underscore.");
        }

        return new Column
        {
            LogicalName = name,
            SchemaName = xml.RequiredAttribute("PhysicalName"),
            Type = type,
            Labels = Labels.Read(xml.Element("displaynames")),
            Descriptions = Labels.Read(xml.Element("Descriptions")),
            RequiredLevel = ReadRequiredLevel(xml),
            MaxLength = type is ColumnType.String or ColumnType.Memo ? xml.Int("MaxLength") : null,
            MinValue = IsNumber(type) ? xml.Number("MinValue") : null,
            MaxValue = IsNumber(type) ? xml.Number("MaxValue") : null,
            Precision = xml.Int("Accuracy") ?? 2,
            PrecisionSource = xml.Int("AccuracySource") ?? 0,
            Format = xml.Text("Format"),
            DateBehavior = ReadBehavior(xml),
            Choices = ReadChoices(table, name, type, xml),
            Targets = ReadTargets(table, name, type),
            DefaultValue = ReadDefault(type, xml),
            ValidForCreate = xml.Flag("ValidForCreateApi", absent: true),
            ValidForRead = xml.Flag("ValidForReadApi", absent: true),
            ValidForUpdate = xml.Flag("ValidForUpdateApi", absent: true),
            BaseOf = xml.Text("CalculationOf")?.ToLowerInvariant(),
            AutoNumberFormat = xml.Text("AutoNumberFormat"),
            IsSecured = xml.Flag("IsSecured"),
            IsCustom = isCustom,
            IsPrimaryName = xml.Text("DisplayMask")?.Contains("PrimaryName", StringComparison.Ordinal) == true,
        };
    }

    private static ColumnType ReadType(XElement xml)
    {
        string name = xml.Required("Type");
        return Types.TryGetValue(name, out ColumnType type)
            ? type
            : throw PartXml.Invalid(xml, "Type", name, $"one of {string.Join(", ", Types.Keys)}");
    }

    private static string ReadName(string table, XElement xml)
    {
        string schemaName = xml.RequiredAttribute("PhysicalName");
        string name = xml.Text("LogicalName") ?? xml.Text("Name") ?? schemaName.ToLowerInvariant();
        if (!string.Equals(name, schemaName.ToLowerInvariant(), StringComparison.Ordinal))
        {
            throw ImportFault.Because(ImportErrorCodes.XsdValidation,
                $"{xml.Place()}: the logical name '{name}' of a column of '{table}' is not the lower case of its "
                + $"schema name '{schemaName}'.");
        }

        return name;
    }

    private static bool IsNumber(ColumnType type) =>
        type is ColumnType.Integer or ColumnType.BigInt or ColumnType.Decimal or ColumnType.Double or ColumnType.Money;

    private static RequiredLevel ReadRequiredLevel(XElement xml) => xml.Text("RequiredLevel") switch
    {
        null or "none" => RequiredLevel.None,
        "recommended" => RequiredLevel.Recommended,
        "required" or "applicationrequired" => RequiredLevel.Application,
        "systemrequired" => RequiredLevel.System,
        string other => throw PartXml.Invalid(
            xml, "RequiredLevel", other, "none, recommended, required or systemrequired"),
    };

    private static DateBehavior ReadBehavior(XElement xml)
    {
        DateBehavior behavior = (DateBehavior)(xml.Int("Behavior") ?? (int)DateBehavior.UserLocal);
        return Enum.IsDefined(behavior)
            ? behavior
            : throw PartXml.Invalid(xml, "Behavior", xml.Required("Behavior"), "1, 2 or 3");
    }

    private static object? ReadDefault(ColumnType type, XElement xml) => type switch
    {
        ColumnType.Boolean => xml.Int("AppDefaultValue") == 1,
        ColumnType.Choice => xml.Int("AppDefaultValue") is int value and not -1 ? value : null,
        _ => null,
    };

    private ChoiceSet? ReadChoices(string table, string column, ColumnType type, XElement xml)
    {
        if (xml.Element("optionset") is XElement local)
        {
            return ChoiceReader.Read(local, isGlobal: false);
        }

        string? global = xml.Text("OptionSetName");
        if (global is not null)
        {
            return _globalChoice(global.ToLowerInvariant())
                ?? throw ImportFault.Because(ImportErrorCodes.UnknownGlobalChoice,
                    $"{xml.Place()}: the column '{table}.{column}' references the global choice '{global}', which is "
                    + "neither in the package nor here. Add it to the solution.");
        }

        bool needsChoices = type is ColumnType.Choice or ColumnType.MultiChoice
            or ColumnType.State or ColumnType.Status;
        return needsChoices
            ? throw PartXml.Invalid(xml, "optionset", string.Empty, "an optionset element or an OptionSetName")
            : null;
    }

    private IReadOnlyList<string> ReadTargets(string table, string column, ColumnType type) => type switch
    {
        ColumnType.Owner => ["systemuser", "team"],
        ColumnType.Customer => ["account", "contact"],
        ColumnType.Lookup => _targets(table, column),
        _ => [],
    };

    [GeneratedRegex("^[a-z][a-z0-9]{1,7}_.")]
    private static partial Regex PrefixPattern();
}
