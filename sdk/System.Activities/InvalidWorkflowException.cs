namespace System.Activities;

/// <summary>The activity itself is wrong, whatever its inputs are.</summary>
public class InvalidWorkflowException : Exception
{
    public InvalidWorkflowException()
    {
    }

    public InvalidWorkflowException(string message)
        : base(message)
    {
    }

    public InvalidWorkflowException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
