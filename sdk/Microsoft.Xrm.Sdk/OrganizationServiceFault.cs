using System;
using System.Globalization;
using System.Runtime.Serialization;
using System.Text;

namespace Microsoft.Xrm.Sdk;

[DataContract(Name = "OrganizationServiceFault", Namespace = ContractNamespace.Xrm2011)]
[Serializable]
public class OrganizationServiceFault : BaseServiceFault
{
    [DataMember]
    public OrganizationServiceFault InnerFault { get; set; }

    [DataMember]
    public string TraceText { get; set; }

    [DataMember]
    internal bool ExceptionRetriable { get; set; }

    [DataMember]
    internal string ExceptionSource { get; set; }

    [DataMember]
    internal string OriginalException { get; set; }

    public override string ToString()
    {
        var text = new StringBuilder();
        text.AppendLine("Exception details: ");
        text.AppendLine("ErrorCode: 0x" + ErrorCode.ToString("X", CultureInfo.InvariantCulture));
        text.AppendLine("Message: " + Message);
        text.AppendLine("TimeStamp: " + Timestamp.ToString("o", CultureInfo.InvariantCulture));
        if (OriginalException != null)
            text.AppendLine("OriginalException: " + OriginalException);
        if (ExceptionSource != null)
            text.AppendLine("ExceptionSource: " + ExceptionSource);
        return text.AppendLine("--").ToString();
    }
}
