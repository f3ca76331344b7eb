using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Xml.Linq;
using static Dataverse.Local.Metadata.TableDescriptionReader;

namespace Dataverse.Local.Metadata;

/// <summary>One column element of the compact format; some stand for several columns (money, address).</summary>
internal sealed class ColumnDescriptionReader
{
    private const decimal LargestMoney = 922_337_203_685_477m;
    private static readonly string[] AddressParts =
    [
        "Name:200", "Line1:250", "Line2:250", "Line3:250", "City:80", "StateOrProvince:50", "PostalCode:20",
        "Country:80", "ContactName:150", "Telephone1:50",
    ];

    private readonly string _table;
    private readonly string? _primaryName;

    public ColumnDescriptionReader(string table, string? primaryName)
    {
        _table = table;
        _primaryName = primaryName;
    }

    public Column PrimaryId(string logicalName, string schemaName) => new()
    {
        LogicalName = logicalName, SchemaName = schemaName, Type = ColumnType.UniqueIdentifier,
        RequiredLevel = RequiredLevel.System, ValidForUpdate = false,
        Labels = new(LabelText.FromSchemaName(schemaName)),
    };

    public IEnumerable<Column> Read(XElement element)
    {
        switch (element.Name.LocalName)
        {
            case "address":
                return AddressParts.Select(part => AddressPart(element, part.Split(':')));
            case "money":
                Column money = One(element, ColumnType.Money);
                return Flag(element, "nobase") ? [money] : [money, BaseOf(money)];
            case "currency":
                return [];
            default:
                return [One(element, TypeOf(element.Name.LocalName))];
        }
    }

    private static ColumnType TypeOf(string element) => element switch
    {
        "string" => ColumnType.String,
        "memo" => ColumnType.Memo,
        "int" => ColumnType.Integer,
        "bigint" => ColumnType.BigInt,
        "decimal" => ColumnType.Decimal,
        "double" => ColumnType.Double,
        "bool" => ColumnType.Boolean,
        "date" or "datetime" => ColumnType.DateTime,
        "choice" => ColumnType.Choice,
        "choices" => ColumnType.MultiChoice,
        "state" => ColumnType.State,
        "status" => ColumnType.Status,
        "lookup" => ColumnType.Lookup,
        "customer" => ColumnType.Customer,
        "owner" => ColumnType.Owner,
        "id" => ColumnType.UniqueIdentifier,
        "table" => ColumnType.EntityName,
        "image" => ColumnType.Image,
        "virtual" => ColumnType.Virtual,
        _ => throw new InvalidOperationException($"{element} is no kind of column."),
    };

    private Column One(XElement element, ColumnType type)
    {
        string schemaName = Text(element, "name") ?? (type == ColumnType.State ? "StateCode" : "StatusCode");
        string name = schemaName.ToLowerInvariant();
        return new Column
        {
            LogicalName = name, SchemaName = schemaName, Type = type,
            Labels = new(Text(element, "label") ?? LabelText.FromSchemaName(schemaName)),
            RequiredLevel = Enum.Parse<RequiredLevel>(Text(element, "required") ?? nameof(RequiredLevel.None)),
            MaxLength = Number(element, "length") ?? DefaultLength(type),
            MinValue = Decimal(element, "min") ?? (type == ColumnType.Money ? -LargestMoney : null),
            MaxValue = Decimal(element, "max") ?? (type == ColumnType.Money ? LargestMoney : null),
            Precision = Number(element, "precision") ?? 2,
            PrecisionSource = Number(element, "precisionSource") ?? (type == ColumnType.Money ? 2 : 0),
            Format = Text(element, "format") ?? DefaultFormat(element),
            DateBehavior = (DateBehavior)(Number(element, "behavior") ?? (int)DateBehavior.UserLocal),
            Choices = Choices(element, type, name),
            Targets = Text(element, "target")?.Split(',') ?? DefaultTargets(type),
            DefaultValue = Default(element, type), ValidForCreate = Text(element, "create") != "0",
            ValidForUpdate = Text(element, "update") != "0", IsPrimaryName = name == _primaryName,
            AutoNumberFormat = Text(element, "autonumber"), IsSearched = Flag(element, "search"),
        };
    }

    private static string? DefaultFormat(XElement element) =>
        element.Name.LocalName is "date" or "datetime" ? element.Name.LocalName : null;

    private static int? DefaultLength(ColumnType type) => type switch
    {
        ColumnType.String => 100,
        ColumnType.Memo => 2000,
        _ => null,
    };

    private static string[] DefaultTargets(ColumnType type) => type switch
    {
        ColumnType.Customer => ["account", "contact"],
        ColumnType.Owner => ["systemuser", "team"],
        _ => [],
    };

    private static decimal? Decimal(XElement element, string name) =>
        Text(element, name) is { } text ? decimal.Parse(text, CultureInfo.InvariantCulture) : null;

    private static object? Default(XElement element, ColumnType type) => type switch
    {
        ColumnType.Boolean => Flag(element, "default"),
        _ => Number(element, "default"),
    };

    /// <summary>Options are written <c>value:label</c>, with a third part on states (their default status) and on
    /// statuses (their state), separated by bars.</summary>
    private ChoiceSet? Choices(XElement element, ColumnType type, string name)
    {
        string setName = Text(element, "set") ?? $"{_table}_{name}";
        if (type == ColumnType.Boolean)
        {
            return new(setName, [new(1, new(Text(element, "yes") ?? "Yes")), new(0, new(Text(element, "no") ?? "No"))]);
        }

        string? options = Text(element, "options");
        if (options is null)
        {
            return type is ColumnType.Choice or ColumnType.MultiChoice or ColumnType.State or ColumnType.Status
                ? throw new InvalidOperationException($"{_table}.{name} has no options.")
                : null;
        }

        return new(setName, options.Split('|').Select(o => Option(o.Split(':'), type)));
    }

    private static Choice Option(string[] parts, ColumnType type)
    {
        int? third = parts.Length > 2 ? int.Parse(parts[2], CultureInfo.InvariantCulture) : null;
        return new(int.Parse(parts[0], CultureInfo.InvariantCulture), new(parts[1]))
        {
            DefaultStatus = type == ColumnType.State ? third : null,
            InvariantName = type == ColumnType.State ? parts[1] : null,
            State = type == ColumnType.Status ? third : null,
        };
    }

    private static Column AddressPart(XElement element, string[] part) => new()
    {
        LogicalName = $"{Text(element, "name")}_{part[0]}".ToLowerInvariant(),
        SchemaName = $"{Text(element, "name")}_{part[0]}", Type = ColumnType.String,
        MaxLength = int.Parse(part[1], CultureInfo.InvariantCulture),
        Labels = new(LabelText.FromSchemaName($"{Text(element, "name")}_{part[0]}")),
    };

    private static Column BaseOf(Column money) => new()
    {
        LogicalName = money.LogicalName + "_base", SchemaName = money.SchemaName + "_Base", Type = ColumnType.Money,
        Labels = new($"{money.Labels} (Base)"), MinValue = -LargestMoney, MaxValue = LargestMoney, Precision = 4,
        PrecisionSource = 2, BaseOf = money.LogicalName, ValidForCreate = false, ValidForUpdate = false,
    };
}
