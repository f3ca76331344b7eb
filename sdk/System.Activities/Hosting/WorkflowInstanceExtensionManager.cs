using System.Collections.Generic;

namespace System.Activities.Hosting;

/// <summary>What the host offers to <c>context.GetExtension&lt;T&gt;()</c>; the first that fits is taken.</summary>
public class WorkflowInstanceExtensionManager
{
    private readonly List<ExtensionSource> sources = [];
    private bool isReadOnly;

    internal IReadOnlyList<ExtensionSource> Sources => sources;

    public virtual void Add(object singletonExtension)
    {
        ArgumentNullException.ThrowIfNull(singletonExtension);
        Add(new ExtensionSource(singletonExtension));
    }

    /// <summary>The function runs at most once per run, and only when an activity asks.</summary>
    public virtual void Add<T>(Func<T> extensionCreationFunction)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(extensionCreationFunction);
        Add(new ExtensionSource(typeof(T), extensionCreationFunction));
    }

    public void MakeReadOnly() => isReadOnly = true;

    private void Add(ExtensionSource source)
    {
        if (isReadOnly)
        {
            throw new InvalidOperationException("Extensions cannot be added after MakeReadOnly.");
        }

        sources.Add(source);
    }
}
