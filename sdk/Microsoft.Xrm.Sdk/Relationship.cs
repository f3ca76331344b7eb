using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk;

/// <summary>The role tells the two ends of a self-referential relationship apart; elsewhere it may stay null.</summary>
[DataContract(Name = "Relationship", Namespace = ContractNamespace.Xrm2011)]
public sealed class Relationship : IExtensibleDataObject
{
    public Relationship()
    {
    }

    public Relationship(string schemaName)
    {
        SchemaName = schemaName;
    }

    [DataMember]
    public EntityRole? PrimaryEntityRole { get; set; }

    [DataMember]
    public string SchemaName { get; set; }

    public ExtensionDataObject ExtensionData { get; set; }

    public override bool Equals(object obj) =>
        obj is Relationship other
        && other.SchemaName == SchemaName
        && other.PrimaryEntityRole == PrimaryEntityRole;

    public override int GetHashCode() => (SchemaName ?? "").GetHashCode() ^ PrimaryEntityRole.GetHashCode();

    public override string ToString() => SchemaName + "." + PrimaryEntityRole;
}
