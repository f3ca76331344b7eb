namespace System.Activities;

public class Location<T> : Location
{
    public override Type LocationType => typeof(T);

    public virtual new T Value { get; set; } = default!;

    protected sealed override object? ValueCore
    {
        get => Value;
        set => Value = value switch
        {
            T typed => typed,
            null when default(T) is null => default!,
            _ => throw new InvalidCastException(
                $"A value of type '{value?.GetType().FullName ?? "null"}' does not fit '{typeof(T).FullName}'."),
        };
    }

    public override string? ToString() => Value?.ToString() ?? "<null>";
}
