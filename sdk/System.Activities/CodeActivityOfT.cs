namespace System.Activities;

public abstract class CodeActivity<TResult> : Activity<TResult>
{
    protected sealed override Func<Activity>? Implementation
    {
        get => null;
        set
        {
            if (value is not null)
            {
                throw new NotSupportedException("A code activity has no implementation of other activities.");
            }
        }
    }

    protected abstract TResult Execute(CodeActivityContext context);

    protected virtual void CacheMetadata(CodeActivityMetadata metadata) =>
        metadata.SetArgumentsCollection(metadata.GetArgumentsWithReflection());

    internal sealed override ActivityDefinition Describe()
    {
        var definition = new ActivityDefinition(this);
        CacheMetadata(new CodeActivityMetadata(definition));
        definition.DeclareResult(this);
        return definition;
    }

    internal sealed override void Run(CodeActivityContext context)
    {
        TResult result = Execute(context);
        context.SetValue(Result!, result);
    }
}
