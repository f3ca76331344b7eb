namespace System.Activities;

public abstract class ActivityWithResult : Activity
{
    private protected ActivityWithResult()
    {
    }

    public Type ResultType => ResultTypeCore;

    public OutArgument? Result
    {
        get => ResultCore;
        set => ResultCore = value;
    }

    private protected abstract Type ResultTypeCore { get; }

    private protected abstract OutArgument? ResultCore { get; set; }
}
