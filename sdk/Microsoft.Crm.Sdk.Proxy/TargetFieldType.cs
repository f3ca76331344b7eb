using System.Runtime.Serialization;
using Microsoft.Xrm.Sdk;

namespace Microsoft.Crm.Sdk.Messages;

[DataContract(Namespace = ContractNamespace.Crm2011)]
public enum TargetFieldType
{
    [EnumMember] All = 0,
    [EnumMember] ValidForCreate = 1,
    [EnumMember] ValidForUpdate = 2,
    [EnumMember] ValidForRead = 3,
}
