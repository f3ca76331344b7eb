namespace System.Activities;

/// <summary>An extension, or the function that makes one for each run that asks for it.</summary>
internal sealed class ExtensionSource
{
    private readonly Func<object?> create;

    public ExtensionSource(object singleton)
        : this(singleton.GetType(), () => singleton)
    {
    }

    public ExtensionSource(Type type, Func<object?> create)
    {
        Type = type;
        this.create = create;
    }

    public Type Type { get; }

    /// <summary>The same source for one run: created at most once.</summary>
    public ExtensionSource ForOneRun()
    {
        var created = new Lazy<object?>(create);
        return new ExtensionSource(Type, () => created.Value);
    }

    public object? Get() => create();
}
