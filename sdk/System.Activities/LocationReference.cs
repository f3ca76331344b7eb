namespace System.Activities;

public abstract class LocationReference
{
    public string Name => NameCore;

    public Type Type => TypeCore;

    protected abstract string NameCore { get; }

    protected abstract Type TypeCore { get; }

    public abstract Location GetLocation(ActivityContext context);
}
