namespace System.ServiceModel;

public class FaultCode
{
    public FaultCode(string name)
        : this(name, "", null)
    {
    }

    public FaultCode(string name, FaultCode subCode)
        : this(name, "", subCode)
    {
    }

    public FaultCode(string name, string ns)
        : this(name, ns, null)
    {
    }

    public FaultCode(string name, string ns, FaultCode subCode)
    {
        if (string.IsNullOrEmpty(name))
            throw new ArgumentException("A fault code needs a name.", nameof(name));
        Name = name;
        Namespace = ns;
        SubCode = subCode;
    }

    public bool IsPredefinedFault => string.IsNullOrEmpty(Namespace);

    public bool IsReceiverFault => IsPredefinedFault && Name == "Receiver";

    public bool IsSenderFault => IsPredefinedFault && Name == "Sender";

    public string Name { get; }

    public string Namespace { get; }

    public FaultCode SubCode { get; }
}
