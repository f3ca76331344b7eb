using System;
using Dataverse.Local.Metadata;
using Dataverse.Local.Pipeline;
using Dataverse.Local.Query;
using Microsoft.Xrm.Sdk.Metadata;

namespace Dataverse.Local.Messages.Metadata;

/// <summary>The SDK's attribute metadata, as a client creates it, as a column of the catalog.</summary>
internal sealed class ColumnMetadataReader
{
    private readonly TableCatalog _catalog;
    private readonly string _table;

    public ColumnMetadataReader(TableCatalog catalog, string table)
    {
        _catalog = catalog;
        _table = table;
    }

    public Column Read(AttributeMetadata attribute)
    {
        if (string.IsNullOrEmpty(attribute.SchemaName)) throw QueryFault.Argument("The attribute has no SchemaName.");
        string name = attribute.SchemaName.ToLowerInvariant();
        ColumnType type = TypeOf(attribute);
        return new Column
        {
            LogicalName = name, SchemaName = attribute.SchemaName, Type = type, IsCustom = true,
            Labels = Labels.Read(attribute.DisplayName), Descriptions = Labels.Read(attribute.Description),
            RequiredLevel = (RequiredLevel)(attribute.RequiredLevel?.Value ?? AttributeRequiredLevel.None),
            MaxLength = LengthOf(attribute), MinValue = LeastOf(attribute), MaxValue = MostOf(attribute),
            Precision = PrecisionOf(attribute),
            PrecisionSource = (attribute as MoneyAttributeMetadata)?.PrecisionSource ?? 0,
            Format = FormatOf(attribute), DateBehavior = BehaviorOf(attribute), Choices = ChoicesOf(attribute, name),
            Targets = (attribute as LookupAttributeMetadata)?.Targets ?? [], DefaultValue = DefaultOf(attribute),
            ValidForCreate = attribute.IsValidForCreate ?? true, ValidForUpdate = attribute.IsValidForUpdate ?? true,
            AutoNumberFormat = attribute.AutoNumberFormat, IsSecured = attribute.IsSecured == true,
        };
    }

    /// <summary>The base currency column that the platform creates beside a money column.</summary>
    public static Column BaseOf(Column money) => new()
    {
        LogicalName = money.LogicalName + "_base", SchemaName = money.SchemaName + "_Base", Type = ColumnType.Money,
        Labels = money.Labels, IsCustom = true, MinValue = money.MinValue, MaxValue = money.MaxValue, Precision = 4,
        PrecisionSource = 2, BaseOf = money.LogicalName, ValidForCreate = false, ValidForUpdate = false,
    };

    private static ColumnType TypeOf(AttributeMetadata attribute) => attribute switch
    {
        StringAttributeMetadata => ColumnType.String,
        MemoAttributeMetadata => ColumnType.Memo,
        IntegerAttributeMetadata => ColumnType.Integer,
        BigIntAttributeMetadata => ColumnType.BigInt,
        DecimalAttributeMetadata => ColumnType.Decimal,
        DoubleAttributeMetadata => ColumnType.Double,
        MoneyAttributeMetadata => ColumnType.Money,
        BooleanAttributeMetadata => ColumnType.Boolean,
        DateTimeAttributeMetadata => ColumnType.DateTime,
        MultiSelectPicklistAttributeMetadata => ColumnType.MultiChoice,
        PicklistAttributeMetadata => ColumnType.Choice,
        LookupAttributeMetadata => ColumnType.Lookup,
        FileAttributeMetadata => ColumnType.File,
        ImageAttributeMetadata => ColumnType.Image,
        _ => throw Fault.NotSupported($"Creating a column of the type {attribute.GetType().Name}"),
    };

    private static int? LengthOf(AttributeMetadata attribute) => attribute switch
    {
        StringAttributeMetadata text => text.MaxLength ?? 100,
        MemoAttributeMetadata memo => memo.MaxLength ?? 2000,
        _ => null,
    };

    private static decimal? LeastOf(AttributeMetadata attribute) => attribute switch
    {
        IntegerAttributeMetadata number => number.MinValue,
        DecimalAttributeMetadata number => number.MinValue,
        DoubleAttributeMetadata number => (decimal?)number.MinValue,
        MoneyAttributeMetadata number => (decimal?)number.MinValue,
        _ => null,
    };

    private static decimal? MostOf(AttributeMetadata attribute) => attribute switch
    {
        IntegerAttributeMetadata number => number.MaxValue,
        DecimalAttributeMetadata number => number.MaxValue,
        DoubleAttributeMetadata number => (decimal?)number.MaxValue,
        MoneyAttributeMetadata number => (decimal?)number.MaxValue,
        _ => null,
    };

    private static int PrecisionOf(AttributeMetadata attribute) => attribute switch
    {
        DecimalAttributeMetadata number => number.Precision ?? 2,
        DoubleAttributeMetadata number => number.Precision ?? 2,
        MoneyAttributeMetadata number => number.Precision ?? 2,
        _ => 2,
    };

    private static string? FormatOf(AttributeMetadata attribute) => attribute switch
    {
        StringAttributeMetadata text => (text.Format ?? StringFormat.Text).ToString().ToLowerInvariant(),
        DateTimeAttributeMetadata date => date.Format == DateTimeFormat.DateOnly ? "date" : "datetime",
        IntegerAttributeMetadata { Format: IntegerFormat.Duration } => "duration",
        _ => null,
    };

    private static DateBehavior BehaviorOf(AttributeMetadata attribute) =>
        (attribute as DateTimeAttributeMetadata)?.DateTimeBehavior is { } behavior
            ? Enum.Parse<DateBehavior>(behavior.Value)
            : DateBehavior.UserLocal;

    private static object? DefaultOf(AttributeMetadata attribute) => attribute switch
    {
        BooleanAttributeMetadata flag => flag.DefaultValue ?? false,
        EnumAttributeMetadata { DefaultFormValue: >= 0 } choice => choice.DefaultFormValue,
        _ => null,
    };

    private ChoiceSet? ChoicesOf(AttributeMetadata attribute, string name)
    {
        if (attribute is BooleanAttributeMetadata flag)
            return ChoiceMetadata.ReadBoolean(flag.OptionSet, $"{_table}_{name}");
        if (attribute is not EnumAttributeMetadata choice) return null;
        if (choice.OptionSet is null) throw QueryFault.Argument($"The column {name} has no OptionSet.");
        if (choice.OptionSet.IsGlobal != true) return ChoiceMetadata.Read(choice.OptionSet, $"{_table}_{name}");
        return _catalog.FindGlobalChoice(choice.OptionSet.Name)
            ?? throw QueryFault.Argument($"The global choice {choice.OptionSet.Name} does not exist.");
    }
}
