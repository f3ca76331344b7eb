using System.Runtime.Serialization;
using Microsoft.Xrm.Sdk;

namespace Microsoft.Crm.Sdk.Messages;

[DataContract(Namespace = ContractNamespace.Crm2011)]
public sealed class InputArgumentCollection : IExtensibleDataObject
{
    public InputArgumentCollection()
    {
        Arguments = new InputArgument();
    }

    [DataMember] public InputArgument Arguments { get; set; }

    public int Count => Arguments.Count;

    public ExtensionDataObject ExtensionData { get; set; }

    public object this[string key]
    {
        get => Arguments[key];
        set => Arguments[key] = value;
    }

    public void Add(string key, object value) => Arguments.Add(key, value);

    public bool ContainsKey(string key) => Arguments.Contains(key);
}
