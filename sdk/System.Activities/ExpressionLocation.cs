using System.Linq.Expressions;

namespace System.Activities;

/// <summary>The place that a lambda like <c>context => holder.Total</c> names, for reading and writing.</summary>
internal sealed class ExpressionLocation<T>(Expression<Func<ActivityContext, T>> place, ActivityContext context)
    : Location<T>
{
    private readonly Func<ActivityContext, T> read = place.Compile();
    private readonly Action<ActivityContext, T> write = CompileWrite(place);

    public override T Value
    {
        get => read(context);
        set => write(context, value);
    }

    private static Action<ActivityContext, T> CompileWrite(Expression<Func<ActivityContext, T>> place)
    {
        if (place.Body is not (MemberExpression or IndexExpression))
        {
            throw new InvalidWorkflowException(
                $"An output can only be written to a field, property or element; '{place.Body}' is none.");
        }

        ParameterExpression value = Expression.Parameter(typeof(T), "value");
        BinaryExpression assignment = Expression.Assign(place.Body, value);
        return Expression.Lambda<Action<ActivityContext, T>>(assignment, place.Parameters[0], value).Compile();
    }
}
