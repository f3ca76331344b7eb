using System.Collections.Generic;

namespace System.Activities;

/// <summary>One run: the values of its arguments and the host's extensions. It ends with the run.</summary>
public class ActivityContext
{
    private readonly Dictionary<object, Location> locations = [];
    private readonly IReadOnlyList<ExtensionSource> extensions;
    private readonly Guid workflowInstanceId;
    private bool isOver;

    private protected ActivityContext(Guid workflowInstanceId, IReadOnlyList<ExtensionSource> extensions)
    {
        this.workflowInstanceId = workflowInstanceId;
        this.extensions = extensions;
    }

    public string ActivityInstanceId
    {
        get
        {
            RefuseAfterRun();
            return "1";
        }
    }

    public Guid WorkflowInstanceId
    {
        get
        {
            RefuseAfterRun();
            return workflowInstanceId;
        }
    }

    /// <summary>Null if the host offers none.</summary>
    public T? GetExtension<T>()
        where T : class
    {
        RefuseAfterRun();
        return (T?)FindExtension(typeof(T));
    }

    public Location<T> GetLocation<T>(LocationReference locationReference) =>
        (Location<T>)LocationOf(locationReference);

    public T GetValue<T>(LocationReference locationReference) => (T)LocationOf(locationReference).Value!;

    public T GetValue<T>(OutArgument<T> argument) => LocationOf(argument).Value;

    public T GetValue<T>(InOutArgument<T> argument) => LocationOf(argument).Value;

    public T GetValue<T>(InArgument<T> argument) => (T)LocationOf(argument).Value!;

    public object? GetValue(Argument argument) => LocationOf(argument).Value;

    public object? GetValue(RuntimeArgument runtimeArgument) => LocationOf(runtimeArgument).Value;

    public void SetValue<T>(LocationReference locationReference, T value) =>
        LocationOf(locationReference).Value = value;

    public void SetValue<T>(OutArgument<T> argument, T value) => LocationOf(argument).Value = value;

    public void SetValue<T>(InOutArgument<T> argument, T value) => LocationOf(argument).Value = value;

    public void SetValue<T>(InArgument<T> argument, T value) => LocationOf(argument).Value = value;

    public void SetValue(Argument argument, object? value) => LocationOf(argument).Value = value;

    internal void Keep(RuntimeArgument declared, Location location)
    {
        locations[declared] = location;
        if (declared.Binding is not null)
        {
            locations[declared.Binding] = location;
        }
    }

    internal Location Locate(object key, string name)
    {
        RefuseAfterRun();
        return locations.TryGetValue(key, out Location? location)
            ? location
            : throw new InvalidOperationException(
                $"The argument {name} cannot be used.  Make sure that it is declared on an activity.");
    }

    internal void RequireExtension(Type type)
    {
        if (FindExtension(type) is null)
        {
            throw new ValidationException(
                $"An extension of type '{type.FullName}' must be configured in order to run this workflow.");
        }
    }

    internal void End() => isOver = true;

    private object? FindExtension(Type type)
    {
        foreach (ExtensionSource source in extensions)
        {
            if (type.IsAssignableFrom(source.Type))
            {
                return source.Get();
            }
        }

        return null;
    }

    private Location LocationOf(LocationReference reference)
    {
        ArgumentNullException.ThrowIfNull(reference);
        return reference.GetLocation(this);
    }

    private Location LocationOf(Argument argument)
    {
        ArgumentNullException.ThrowIfNull(argument);
        return argument.GetLocation(this);
    }

    private Location<T> LocationOf<T>(OutArgument<T> argument)
    {
        ArgumentNullException.ThrowIfNull(argument);
        return argument.GetLocation(this);
    }

    private Location<T> LocationOf<T>(InOutArgument<T> argument)
    {
        ArgumentNullException.ThrowIfNull(argument);
        return argument.GetLocation(this);
    }

    private void RefuseAfterRun() => ObjectDisposedException.ThrowIf(isOver, this);
}
