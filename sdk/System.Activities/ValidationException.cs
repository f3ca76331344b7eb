namespace System.Activities;

/// <summary>The host lacks something that the activity asked for in <c>CacheMetadata</c>.</summary>
public class ValidationException : SystemException
{
    public ValidationException()
    {
    }

    public ValidationException(string message)
        : base(message)
    {
    }

    public ValidationException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
