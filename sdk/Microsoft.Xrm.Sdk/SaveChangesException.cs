using System;
using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk;

[Serializable]
public sealed class SaveChangesException : Exception
{
    private const string DefaultMessage = "An error occured while processing this request.";

    [NonSerialized]
    private readonly SaveChangesResultCollection _results;

    public SaveChangesException()
        : base(DefaultMessage)
    {
    }

    public SaveChangesException(string message)
        : base(message)
    {
    }

    public SaveChangesException(string message, Exception exception)
        : base(message, exception)
    {
    }

    public SaveChangesException(SaveChangesResultCollection results)
        : this(DefaultMessage, results)
    {
    }

    public SaveChangesException(string message, SaveChangesResultCollection results)
        : this(message, null, results)
    {
    }

    public SaveChangesException(Exception innerException, SaveChangesResultCollection results)
        : this(DefaultMessage, innerException, results)
    {
    }

    public SaveChangesException(string message, Exception innerException, SaveChangesResultCollection results)
        : base(message, innerException)
    {
        _results = results;
    }

    private SaveChangesException(SerializationInfo info, StreamingContext context)
        : base(info, context)
    {
    }

    /// <summary>What was tried until the error; null after serialization.</summary>
    public SaveChangesResultCollection Results => _results;
}
