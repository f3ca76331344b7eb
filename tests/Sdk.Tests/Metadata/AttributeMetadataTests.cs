using System;
using Microsoft.Xrm.Sdk.Metadata;

namespace Sdk.Tests.Metadata;

public sealed class AttributeMetadataTests
{
    public static TheoryData<AttributeMetadata, AttributeTypeCode, AttributeTypeDisplayName> Kinds => new()
    {
        { new BigIntAttributeMetadata(), AttributeTypeCode.BigInt, AttributeTypeDisplayName.BigIntType },
        { new BooleanAttributeMetadata(), AttributeTypeCode.Boolean, AttributeTypeDisplayName.BooleanType },
        { new DateTimeAttributeMetadata(), AttributeTypeCode.DateTime, AttributeTypeDisplayName.DateTimeType },
        { new DecimalAttributeMetadata(), AttributeTypeCode.Decimal, AttributeTypeDisplayName.DecimalType },
        { new DoubleAttributeMetadata(), AttributeTypeCode.Double, AttributeTypeDisplayName.DoubleType },
        { new EntityNameAttributeMetadata(), AttributeTypeCode.EntityName, AttributeTypeDisplayName.EntityNameType },
        { new FileAttributeMetadata(), AttributeTypeCode.Virtual, AttributeTypeDisplayName.FileType },
        { new ImageAttributeMetadata(), AttributeTypeCode.Virtual, AttributeTypeDisplayName.ImageType },
        { new IntegerAttributeMetadata(), AttributeTypeCode.Integer, AttributeTypeDisplayName.IntegerType },
        { new LookupAttributeMetadata(), AttributeTypeCode.Lookup, AttributeTypeDisplayName.LookupType },
        { new MemoAttributeMetadata(), AttributeTypeCode.Memo, AttributeTypeDisplayName.MemoType },
        { new MoneyAttributeMetadata(), AttributeTypeCode.Money, AttributeTypeDisplayName.MoneyType },
        {
            new MultiSelectPicklistAttributeMetadata(),
            AttributeTypeCode.Virtual,
            AttributeTypeDisplayName.MultiSelectPicklistType
        },
        { new PicklistAttributeMetadata(), AttributeTypeCode.Picklist, AttributeTypeDisplayName.PicklistType },
        { new StateAttributeMetadata(), AttributeTypeCode.State, AttributeTypeDisplayName.StateType },
        { new StatusAttributeMetadata(), AttributeTypeCode.Status, AttributeTypeDisplayName.StatusType },
        { new StringAttributeMetadata(), AttributeTypeCode.String, AttributeTypeDisplayName.StringType },
        {
            new UniqueIdentifierAttributeMetadata(),
            AttributeTypeCode.Uniqueidentifier,
            AttributeTypeDisplayName.UniqueidentifierType
        },
    };

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Each_kind_knows_its_type_code_and_display_name(
        AttributeMetadata column, AttributeTypeCode code, AttributeTypeDisplayName displayName)
    {
        Assert.Equal(code, column.AttributeType);
        Assert.Equal(displayName.Value, column.AttributeTypeName.Value);
    }

    [Fact]
    public void A_schema_name_given_at_birth_leaves_the_logical_name_empty()
    {
        var column = new StringAttributeMetadata("new_Name");

        Assert.Equal("new_Name", column.SchemaName);
        Assert.Null(column.LogicalName);
    }

    [Theory]
    [InlineData(typeof(EntityMetadata), "PrimaryIdAttribute", "accountid")]
    [InlineData(typeof(EntityMetadata), "ObjectTypeCode", 1)]
    [InlineData(typeof(EntityMetadata), "IsCustomEntity", true)]
    [InlineData(typeof(StringAttributeMetadata), "EntityLogicalName", "account")]
    [InlineData(typeof(StringAttributeMetadata), "IsValidForRead", true)]
    [InlineData(typeof(EntityKeyMetadata), "EntityLogicalName", "account")]
    public void What_the_platform_computes_can_be_filled_in_by_reflection_only(Type owner, string name, object value)
    {
        object metadata = Activator.CreateInstance(owner)!;
        var property = owner.GetProperty(name)!;

        property.SetValue(metadata, value);

        Assert.Null(property.GetSetMethod());
        Assert.Equal(value, property.GetValue(metadata));
    }
}
