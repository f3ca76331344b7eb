using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk.Metadata.Query;

[DataContract(Name = "LabelQueryExpression", Namespace = ContractNamespace.Xrm2011MetadataQuery)]
public sealed class LabelQueryExpression : MetadataQueryBase
{
    private DataCollection<int> _filterLanguages;

    [DataMember(Order = 60)] public int? MissingLabelBehavior { get; set; }

    [DataMember]
    public DataCollection<int> FilterLanguages
    {
        get => _filterLanguages ??= new DataCollection<int>();
        private set => _filterLanguages = value;
    }
}
