namespace System.Activities;

public abstract class Activity<TResult> : ActivityWithResult
{
    public new OutArgument<TResult>? Result { get; set; }

    private protected override Type ResultTypeCore => typeof(TResult);

    private protected override OutArgument? ResultCore
    {
        get => Result;
        set => Result = (OutArgument<TResult>?)value;
    }
}
