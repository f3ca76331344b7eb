using System;
using System.Linq;
using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk.Metadata;

[DataContract(Name = "AttributeTypeDisplayName", Namespace = ContractNamespace.Xrm2013Metadata)]
public sealed class AttributeTypeDisplayName : ConstantsBase<string>
{
    public static readonly AttributeTypeDisplayName BigIntType = Named(nameof(BigIntType));
    public static readonly AttributeTypeDisplayName BooleanType = Named(nameof(BooleanType));
    public static readonly AttributeTypeDisplayName CalendarRulesType = Named(nameof(CalendarRulesType));
    public static readonly AttributeTypeDisplayName CustomType = Named(nameof(CustomType));
    public static readonly AttributeTypeDisplayName CustomerType = Named(nameof(CustomerType));
    public static readonly AttributeTypeDisplayName DateTimeType = Named(nameof(DateTimeType));
    public static readonly AttributeTypeDisplayName DecimalType = Named(nameof(DecimalType));
    public static readonly AttributeTypeDisplayName DoubleType = Named(nameof(DoubleType));
    public static readonly AttributeTypeDisplayName EntityNameType = Named(nameof(EntityNameType));
    public static readonly AttributeTypeDisplayName FileType = Named(nameof(FileType));
    public static readonly AttributeTypeDisplayName ImageType = Named(nameof(ImageType));
    public static readonly AttributeTypeDisplayName IntegerType = Named(nameof(IntegerType));
    public static readonly AttributeTypeDisplayName LookupType = Named(nameof(LookupType));
    public static readonly AttributeTypeDisplayName ManagedPropertyType = Named(nameof(ManagedPropertyType));
    public static readonly AttributeTypeDisplayName MemoType = Named(nameof(MemoType));
    public static readonly AttributeTypeDisplayName MoneyType = Named(nameof(MoneyType));
    public static readonly AttributeTypeDisplayName MultiSelectPicklistType = Named(nameof(MultiSelectPicklistType));
    public static readonly AttributeTypeDisplayName OwnerType = Named(nameof(OwnerType));
    public static readonly AttributeTypeDisplayName PartyListType = Named(nameof(PartyListType));
    public static readonly AttributeTypeDisplayName PicklistType = Named(nameof(PicklistType));
    public static readonly AttributeTypeDisplayName StateType = Named(nameof(StateType));
    public static readonly AttributeTypeDisplayName StatusType = Named(nameof(StatusType));
    public static readonly AttributeTypeDisplayName StringType = Named(nameof(StringType));
    public static readonly AttributeTypeDisplayName UniqueidentifierType = Named(nameof(UniqueidentifierType));
    public static readonly AttributeTypeDisplayName VirtualType = Named(nameof(VirtualType));

    public static implicit operator AttributeTypeDisplayName(string attributeTypeDisplayName) =>
        Create<AttributeTypeDisplayName>(attributeTypeDisplayName);

    public static bool operator ==(
        AttributeTypeDisplayName attributeTypeDisplayNameA, AttributeTypeDisplayName attributeTypeDisplayNameB) =>
        ReferenceEquals(attributeTypeDisplayNameA, attributeTypeDisplayNameB)
        || (attributeTypeDisplayNameA is not null && attributeTypeDisplayNameA.Equals(attributeTypeDisplayNameB));

    public static bool operator !=(
        AttributeTypeDisplayName attributeTypeDisplayNameA, AttributeTypeDisplayName attributeTypeDisplayNameB) =>
        !(attributeTypeDisplayNameA == attributeTypeDisplayNameB);

    /// <summary>Equal to its name as a string too, whatever the case.</summary>
    public override bool Equals(object obj) => obj switch
    {
        string name => StringComparer.OrdinalIgnoreCase.Equals(Value, name),
        AttributeTypeDisplayName other => StringComparer.OrdinalIgnoreCase.Equals(Value, other.Value),
        _ => false,
    };

    public override int GetHashCode() => Value.GetHashCode();

    /// <summary>Each type code has the display name of its own name plus "Type".</summary>
    internal static AttributeTypeDisplayName Of(AttributeTypeCode code) =>
        Create<AttributeTypeDisplayName>($"{code}Type");

    protected override bool ValueExistsInList(string value) =>
        ValidValues.Contains(value, StringComparer.OrdinalIgnoreCase);

    private static AttributeTypeDisplayName Named(string name) => Add<AttributeTypeDisplayName>(name);
}
