using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk.Metadata;

[DataContract(Name = "BigIntAttributeMetadata", Namespace = ContractNamespace.Xrm2011Metadata)]
public sealed class BigIntAttributeMetadata : AttributeMetadata
{
    public const long MaxSupportedValue = long.MaxValue;
    public const long MinSupportedValue = long.MinValue;

    public BigIntAttributeMetadata()
        : this(null)
    {
    }

    public BigIntAttributeMetadata(string schemaName)
        : base(AttributeTypeCode.BigInt, schemaName)
    {
    }

    [DataMember] public long? MaxValue { get; internal set; }
    [DataMember] public long? MinValue { get; internal set; }
}
