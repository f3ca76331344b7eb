namespace System.Activities;

/// <summary>In the real runtime it schedules children and bookmarks. It loads, to be refused by name.</summary>
public abstract class NativeActivity : Activity
{
    protected abstract void Execute(NativeActivityContext context);

    internal sealed override ActivityDefinition Describe() =>
        throw NotRun("a native activity schedules children and bookmarks");
}
