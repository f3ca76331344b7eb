using System;
using System.Collections.Generic;
using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk;

/// <summary>The one exception by which a plugin refuses an operation with a message that the user sees.</summary>
[Serializable]
public sealed class InvalidPluginExecutionException : Exception, ISerializable
{
    private readonly Dictionary<string, string> _exceptionDetails = new Dictionary<string, string>();

    public InvalidPluginExecutionException()
    {
    }

    public InvalidPluginExecutionException(string message)
        : base(message)
    {
    }

    public InvalidPluginExecutionException(string message, Exception exception)
        : base(message, exception)
    {
    }

    public InvalidPluginExecutionException(string message, Dictionary<string, string> exceptionDetails)
        : this(message, PluginHttpStatusCode.NotSet, exceptionDetails)
    {
    }

    public InvalidPluginExecutionException(string message, PluginHttpStatusCode httpStatus)
        : this(message, httpStatus, null)
    {
    }

    public InvalidPluginExecutionException(
        string message,
        PluginHttpStatusCode httpStatus,
        Dictionary<string, string> exceptionDetails)
        : base(message)
    {
        HttpStatus = httpStatus;
        _exceptionDetails = exceptionDetails ?? _exceptionDetails;
    }

    public InvalidPluginExecutionException(OperationStatus status)
    {
        Status = status;
    }

    public InvalidPluginExecutionException(OperationStatus status, string message)
        : base(message)
    {
        Status = status;
    }

    public InvalidPluginExecutionException(
        OperationStatus status,
        string message,
        Dictionary<string, string> exceptionDetails)
        : this(message, exceptionDetails)
    {
        Status = status;
    }

    public InvalidPluginExecutionException(OperationStatus status, int errorCode, string message)
        : this(status, errorCode, message, PluginHttpStatusCode.NotSet)
    {
    }

    public InvalidPluginExecutionException(
        OperationStatus status,
        int errorCode,
        string message,
        PluginHttpStatusCode httpStatus)
        : this(message, httpStatus)
    {
        Status = status;
        HResult = errorCode;
    }

    private InvalidPluginExecutionException(SerializationInfo info, StreamingContext context)
        : base(info, context)
    {
        Status = (OperationStatus)info.GetInt32(nameof(Status));
        HttpStatus = (PluginHttpStatusCode)info.GetInt32(nameof(HttpStatus));
        _exceptionDetails = (Dictionary<string, string>)info.GetValue(
            nameof(ExceptionDetails),
            typeof(Dictionary<string, string>));
    }

    /// <summary>The HRESULT: 0x80131500, as of any exception, unless the plugin gave a code.</summary>
    public int ErrorCode => HResult;

    public IReadOnlyDictionary<string, string> ExceptionDetails => _exceptionDetails;

    public PluginHttpStatusCode HttpStatus { get; }

    /// <summary><see cref="OperationStatus.Retry"/> is the only way to have an asynchronous step run again.</summary>
    public OperationStatus Status { get; }

    public override void GetObjectData(SerializationInfo info, StreamingContext context)
    {
        base.GetObjectData(info, context);
        info.AddValue(nameof(Status), (int)Status);
        info.AddValue(nameof(HttpStatus), (int)HttpStatus);
        info.AddValue(nameof(ExceptionDetails), _exceptionDetails);
    }
}
