using System.Linq.Expressions;

namespace System.Activities;

public sealed class OutArgument<T> : OutArgument
{
    private readonly Expression<Func<ActivityContext, T>>? place;

    public OutArgument()
        : base(typeof(T))
    {
    }

    public OutArgument(Expression<Func<ActivityContext, T>> expression)
        : this()
    {
        ArgumentNullException.ThrowIfNull(expression);
        place = expression;
    }

    internal override bool HasExpression => place is not null;

    public new T Get(ActivityContext context) => Get<T>(context);

    public void Set(ActivityContext context, T value) => base.Set(context, value);

    public new Location<T> GetLocation(ActivityContext context) => (Location<T>)base.GetLocation(context);

    internal override Location Open(ActivityContext context) =>
        place is null ? new Location<T>() : new ExpressionLocation<T>(place, context);
}
