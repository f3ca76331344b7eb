using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk.Metadata;

[DataContract(Name = "AttributeRequiredLevelManagedProperty", Namespace = ContractNamespace.Xrm2011Metadata)]
public sealed class AttributeRequiredLevelManagedProperty : ManagedProperty<AttributeRequiredLevel>
{
    public AttributeRequiredLevelManagedProperty(AttributeRequiredLevel value)
    {
        Value = value;
    }

    public bool IsCanBeChangedPropertyModified { get; set; }

    public bool IsValueModified { get; set; }
}
