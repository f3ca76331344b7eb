namespace System.Activities;

/// <summary>Where one argument's value lives during one run.</summary>
public abstract class Location
{
    public abstract Type LocationType { get; }

    public object? Value
    {
        get => ValueCore;
        set => ValueCore = value;
    }

    protected abstract object? ValueCore { get; set; }
}
