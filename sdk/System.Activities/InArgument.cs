namespace System.Activities;

public abstract class InArgument : Argument
{
    private protected InArgument(Type argumentType)
        : base(argumentType, ArgumentDirection.In)
    {
    }
}
