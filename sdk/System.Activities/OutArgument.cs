namespace System.Activities;

public abstract class OutArgument : Argument
{
    private protected OutArgument(Type argumentType)
        : base(argumentType, ArgumentDirection.Out)
    {
    }
}
