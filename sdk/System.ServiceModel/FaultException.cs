namespace System.ServiceModel;

/// <summary>The message of the exception is the reason in the caller's language.</summary>
[Serializable]
public class FaultException : CommunicationException
{
    private const string UnknownReason = "The creator of this fault did not specify a Reason.";

    public FaultException()
        : this(UnknownReason)
    {
    }

    public FaultException(string reason)
        : this(ReasonOf(reason))
    {
    }

    public FaultException(FaultReason reason)
        : this(reason, null, null)
    {
    }

    public FaultException(string reason, FaultCode code)
        : this(ReasonOf(reason), code, null)
    {
    }

    public FaultException(FaultReason reason, FaultCode code)
        : this(reason, code, null)
    {
    }

    public FaultException(string reason, FaultCode code, string action)
        : this(ReasonOf(reason), code, action)
    {
    }

    public FaultException(FaultReason reason, FaultCode code, string action)
    {
        Reason = reason ?? ReasonOf(null);
        Code = code ?? new FaultCode("Sender");
        Action = action;
    }

    public string Action { get; }

    public FaultCode Code { get; }

    public FaultReason Reason { get; }

    public override string Message => Reason.ToString();

    private static FaultReason ReasonOf(string text) => new FaultReason(text ?? UnknownReason);
}
