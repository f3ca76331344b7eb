using System.Collections.Generic;
using System.Collections.ObjectModel;

namespace System.Activities;

/// <summary>What an activity declares: a name, a type, a direction. The property's argument is bound to it.</summary>
public sealed class RuntimeArgument : LocationReference
{
    private readonly string name;
    private readonly Type argumentType;

    public RuntimeArgument(string name, Type argumentType, ArgumentDirection direction)
        : this(name, argumentType, direction, isRequired: false, [])
    {
    }

    public RuntimeArgument(
        string name, Type argumentType, ArgumentDirection direction, List<string> overloadGroupNames)
        : this(name, argumentType, direction, isRequired: false, overloadGroupNames)
    {
    }

    public RuntimeArgument(string name, Type argumentType, ArgumentDirection direction, bool isRequired)
        : this(name, argumentType, direction, isRequired, [])
    {
    }

    public RuntimeArgument(
        string name,
        Type argumentType,
        ArgumentDirection direction,
        bool isRequired,
        List<string> overloadGroupNames)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(argumentType);
        this.name = name;
        this.argumentType = argumentType;
        Direction = direction;
        IsRequired = isRequired;
        OverloadGroupNames = new ReadOnlyCollection<string>(overloadGroupNames ?? []);
    }

    public ArgumentDirection Direction { get; }

    public bool IsRequired { get; }

    public ReadOnlyCollection<string> OverloadGroupNames { get; }

    internal Argument? Binding { get; set; }

    protected override string NameCore => name;

    protected override Type TypeCore => argumentType;

    public override Location GetLocation(ActivityContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return context.Locate(this, name);
    }

    public object? Get(ActivityContext context) => GetLocation(context).Value;

    public T Get<T>(ActivityContext context) => (T)Get(context)!;

    public void Set(ActivityContext context, object? value) => GetLocation(context).Value = value;
}
