using System.Linq.Expressions;

namespace System.Activities;

public sealed class InArgument<T> : InArgument
{
    private readonly Func<ActivityContext, T>? expression;

    public InArgument()
        : base(typeof(T))
    {
    }

    /// <summary>Only value types and strings are literals: they cannot change between runs.</summary>
    public InArgument(T constValue)
        : this() => expression = _ => Literal(constValue);

    public InArgument(Expression<Func<ActivityContext, T>> expression)
        : this()
    {
        ArgumentNullException.ThrowIfNull(expression);
        this.expression = expression.Compile();
    }

    internal override bool HasExpression => expression is not null;

    public static implicit operator InArgument<T>(T constValue) => FromValue(constValue);

    public static InArgument<T> FromValue(T constValue) => new(constValue);

    public new T Get(ActivityContext context) => Get<T>(context);

    public void Set(ActivityContext context, T value) => base.Set(context, value);

    internal override Location Open(ActivityContext context) =>
        expression is null ? new Location<T>() : new Location<T> { Value = expression(context) };

    private static T Literal(T value) => typeof(T).IsValueType || typeof(T) == typeof(string)
        ? value
        : throw new InvalidWorkflowException(
            "Literal only supports value types and the immutable type System.String.  " +
            $"The type {typeof(T)} cannot be used as a literal.");
}
