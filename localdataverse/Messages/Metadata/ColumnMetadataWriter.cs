using Dataverse.Local.Metadata;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Metadata;

namespace Dataverse.Local.Messages.Metadata;

/// <summary>A column of the catalog as the SDK's attribute metadata, in the reader's language.</summary>
internal sealed class ColumnMetadataWriter
{
    private const int DefaultMoneyDecimals = 2;

    private readonly int _language;

    public ColumnMetadataWriter(int language) => _language = language;

    public AttributeMetadata Write(Table table, Column column)
    {
        AttributeMetadata attribute = Typed(column);
        attribute.LogicalName = column.LogicalName;
        attribute.SchemaName = column.SchemaName;
        attribute.DisplayName = Labels.Write(column.Labels, _language);
        attribute.Description = Labels.Write(column.Descriptions, _language);
        attribute.MetadataId = MetadataIds.OfColumn(table.LogicalName, column.LogicalName);
        attribute.RequiredLevel = new AttributeRequiredLevelManagedProperty(
            (AttributeRequiredLevel)column.RequiredLevel);
        attribute.AutoNumberFormat = column.AutoNumberFormat;
        attribute.IsSecured = column.IsSecured;
        attribute.IsValidForCreate = column.ValidForCreate;
        attribute.IsValidForUpdate = column.ValidForUpdate;
        attribute.IsValidForAdvancedFind = new BooleanManagedProperty(column.ValidForRead);
        attribute.IsCustomizable = new BooleanManagedProperty(true);
        ReadOnlyProperty.Set(attribute, nameof(AttributeMetadata.IsValidForRead), (bool?)column.ValidForRead);
        ReadOnlyProperty.Set(attribute, nameof(AttributeMetadata.EntityLogicalName), table.LogicalName);
        ReadOnlyProperty.Set(attribute, nameof(AttributeMetadata.IsCustomAttribute), (bool?)column.IsCustom);
        ReadOnlyProperty.Set(
            attribute, nameof(AttributeMetadata.IsPrimaryId), (bool?)(column.LogicalName == table.PrimaryId));
        ReadOnlyProperty.Set(
            attribute, nameof(AttributeMetadata.IsPrimaryName), (bool?)(column.LogicalName == table.PrimaryName));
        return attribute;
    }

    private AttributeMetadata Typed(Column column) => column.Type switch
    {
        ColumnType.String => Text(column),
        ColumnType.Memo => new MemoAttributeMetadata { MaxLength = column.MaxLength },
        ColumnType.Integer => new IntegerAttributeMetadata
        {
            MinValue = (int)(column.MinValue ?? int.MinValue), MaxValue = (int)(column.MaxValue ?? int.MaxValue),
            Format = IntegerFormatOf(column.Format),
        },
        ColumnType.BigInt => new BigIntAttributeMetadata(),
        ColumnType.Decimal => new DecimalAttributeMetadata
        {
            MinValue = column.MinValue, MaxValue = column.MaxValue, Precision = column.Precision,
        },
        ColumnType.Double => new DoubleAttributeMetadata
        {
            MinValue = (double?)column.MinValue, MaxValue = (double?)column.MaxValue, Precision = column.Precision,
        },
        ColumnType.Money => Money(column),
        ColumnType.Boolean => new BooleanAttributeMetadata(ChoiceMetadata.WriteBoolean(column.Choices!, _language))
        {
            DefaultValue = column.DefaultValue as bool? ?? false,
        },
        ColumnType.DateTime => Date(column),
        ColumnType.EntityName => new EntityNameAttributeMetadata(),
        ColumnType.UniqueIdentifier => new UniqueIdentifierAttributeMetadata(),
        ColumnType.File => new FileAttributeMetadata(),
        ColumnType.Image => new ImageAttributeMetadata(),
        ColumnType.Virtual =>
            OfType(new AttributeMetadata(), AttributeTypeCode.Virtual, AttributeTypeDisplayName.VirtualType),
        _ => column.IsLookup ? Lookup(column) : Choice(column),
    };

    private static StringAttributeMetadata Text(Column column) => new()
    {
        MaxLength = column.MaxLength,
        Format = column.Format switch
        {
            "email" => StringFormat.Email,
            "url" => StringFormat.Url,
            "phone" => StringFormat.Phone,
            "textarea" => StringFormat.TextArea,
            "tickersymbol" => StringFormat.TickerSymbol,
            _ => StringFormat.Text,
        },
    };

    private static IntegerFormat IntegerFormatOf(string? format) => format switch
    {
        "duration" => IntegerFormat.Duration,
        "timezone" => IntegerFormat.TimeZone,
        _ => IntegerFormat.None,
    };

    private static MoneyAttributeMetadata Money(Column column)
    {
        MoneyAttributeMetadata money = new()
        {
            MinValue = (double?)column.MinValue, MaxValue = (double?)column.MaxValue,
            Precision = column.PrecisionSource == 0 ? column.Precision : DefaultMoneyDecimals,
            PrecisionSource = column.PrecisionSource, CalculationOf = column.BaseOf,
        };
        ReadOnlyProperty.Set(money, nameof(money.IsBaseCurrency), (bool?)(column.BaseOf is not null));
        return money;
    }

    private static DateTimeAttributeMetadata Date(Column column) => new(
        column.IsDateOnlyFormat ? DateTimeFormat.DateOnly : DateTimeFormat.DateAndTime)
    {
        DateTimeBehavior = column.DateBehavior switch
        {
            DateBehavior.DateOnly => DateTimeBehavior.DateOnly,
            DateBehavior.TimeZoneIndependent => DateTimeBehavior.TimeZoneIndependent,
            _ => DateTimeBehavior.UserLocal,
        },
    };

    private static LookupAttributeMetadata Lookup(Column column)
    {
        LookupAttributeMetadata lookup = new() { Targets = [.. column.Targets] };
        if (column.Type == ColumnType.Customer)
        {
            OfType(lookup, AttributeTypeCode.Customer, AttributeTypeDisplayName.CustomerType);
        }
        else if (column.Type == ColumnType.Owner)
        {
            OfType(lookup, AttributeTypeCode.Owner, AttributeTypeDisplayName.OwnerType);
        }

        return lookup;
    }

    private EnumAttributeMetadata Choice(Column column)
    {
        EnumAttributeMetadata choice = column.Type switch
        {
            ColumnType.State => new StateAttributeMetadata(),
            ColumnType.Status => new StatusAttributeMetadata(),
            ColumnType.MultiChoice => new MultiSelectPicklistAttributeMetadata(),
            _ => new PicklistAttributeMetadata(),
        };
        OptionSetType type = column.Type switch
        {
            ColumnType.State => OptionSetType.State,
            ColumnType.Status => OptionSetType.Status,
            _ => OptionSetType.Picklist,
        };
        if (column.Choices is not null) choice.OptionSet = ChoiceMetadata.Write(column.Choices, type, _language);
        choice.DefaultFormValue = column.DefaultValue as int? ?? -1;
        return choice;
    }

    private static AttributeMetadata OfType(
        AttributeMetadata attribute, AttributeTypeCode type, AttributeTypeDisplayName name)
    {
        ReadOnlyProperty.Set(attribute, nameof(AttributeMetadata.AttributeType), (AttributeTypeCode?)type);
        ReadOnlyProperty.Set(attribute, nameof(AttributeMetadata.AttributeTypeName), name);
        return attribute;
    }
}
