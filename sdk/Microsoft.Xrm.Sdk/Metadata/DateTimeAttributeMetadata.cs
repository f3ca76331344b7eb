using System;
using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk.Metadata;

[DataContract(Name = "DateTimeAttributeMetadata", Namespace = ContractNamespace.Xrm2011Metadata)]
public sealed class DateTimeAttributeMetadata : AttributeMetadata
{
    public DateTimeAttributeMetadata()
        : this(null)
    {
    }

    public DateTimeAttributeMetadata(DateTimeFormat? format)
        : this(format, null)
    {
    }

    public DateTimeAttributeMetadata(DateTimeFormat? format, string schemaName)
        : base(AttributeTypeCode.DateTime, schemaName)
    {
        Format = format;
    }

    [DataMember(Order = 71)] public BooleanManagedProperty CanChangeDateTimeBehavior { get; set; }
    [DataMember(Order = 71)] public DateTimeBehavior DateTimeBehavior { get; set; }
    [DataMember] public DateTimeFormat? Format { get; set; }
    [DataMember(Order = 70)] public string FormulaDefinition { get; set; }
    [DataMember] public ImeMode? ImeMode { get; set; }
    [DataMember(Order = 70)] public int? SourceTypeMask { get; internal set; }

    public static DateTime MaxSupportedValue { get; } = new(9999, 12, 30, 23, 59, 59, DateTimeKind.Utc);

    public static DateTime MinSupportedValue { get; } = new(1753, 1, 1, 0, 0, 0, DateTimeKind.Utc);
}
