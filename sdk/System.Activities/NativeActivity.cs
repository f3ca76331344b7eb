namespace System.Activities;

/// <summary>Schedules children and bookmarks in the real runtime. It loads, so that it can be refused by name.</summary>
public abstract class NativeActivity : Activity
{
    protected abstract void Execute(NativeActivityContext context);

    internal sealed override ActivityDefinition Describe() =>
        throw NotRun("a native activity schedules children and bookmarks");
}
