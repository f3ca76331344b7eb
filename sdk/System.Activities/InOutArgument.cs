namespace System.Activities;

public abstract class InOutArgument : Argument
{
    private protected InOutArgument(Type argumentType)
        : base(argumentType, ArgumentDirection.InOut)
    {
    }
}
