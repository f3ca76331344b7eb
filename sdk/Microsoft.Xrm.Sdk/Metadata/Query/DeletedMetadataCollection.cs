using System;
using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk.Metadata.Query;

[CollectionDataContract(Name = "DeletedMetadataCollection", Namespace = ContractNamespace.Xrm2011MetadataQuery)]
public sealed class DeletedMetadataCollection : DataCollection<DeletedMetadataFilters, DataCollection<Guid>>
{
}
