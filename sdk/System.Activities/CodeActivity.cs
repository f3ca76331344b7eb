namespace System.Activities;

public abstract class CodeActivity : Activity
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

    protected abstract void Execute(CodeActivityContext context);

    protected virtual void CacheMetadata(CodeActivityMetadata metadata) =>
        metadata.SetArgumentsCollection(metadata.GetArgumentsWithReflection());

    internal sealed override ActivityDefinition Describe()
    {
        var definition = new ActivityDefinition(this);
        CacheMetadata(new CodeActivityMetadata(definition));
        return definition;
    }

    internal sealed override void Run(CodeActivityContext context) => Execute(context);
}
