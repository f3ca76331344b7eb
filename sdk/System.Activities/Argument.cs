namespace System.Activities;

/// <summary>
/// A key: it holds no value. Values live in the context of one run, so that one activity instance can run repeatedly.
/// </summary>
public abstract class Argument
{
    public static readonly int UnspecifiedEvaluationOrder = -1;

    public const string ResultValue = "Result";

    private protected Argument(Type argumentType, ArgumentDirection direction)
    {
        ArgumentType = argumentType;
        Direction = direction;
    }

    public Type ArgumentType { get; }

    public ArgumentDirection Direction { get; }

    internal abstract bool HasExpression { get; }

    public static Argument Create(Type type, ArgumentDirection direction)
    {
        ArgumentNullException.ThrowIfNull(type);
        Type open = direction switch
        {
            ArgumentDirection.In => typeof(InArgument<>),
            ArgumentDirection.Out => typeof(OutArgument<>),
            ArgumentDirection.InOut => typeof(InOutArgument<>),
            _ => throw new ArgumentOutOfRangeException(nameof(direction), direction, "In, Out or InOut."),
        };
        return (Argument)Activator.CreateInstance(open.MakeGenericType(type))!;
    }

    public object? Get(ActivityContext context) => GetLocation(context).Value;

    public T Get<T>(ActivityContext context) => (T)Get(context)!;

    public void Set(ActivityContext context, object? value) => GetLocation(context).Value = value;

    public Location GetLocation(ActivityContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return context.Locate(this, $"of type '{ArgumentType.FullName}'");
    }

    /// <summary>A fresh place for one run, with the expression's value where the argument has one.</summary>
    internal abstract Location Open(ActivityContext context);
}
