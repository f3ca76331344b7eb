using System.Collections.Generic;
using System.Collections.ObjectModel;
using System.Linq;
using System.Reflection;

namespace System.Activities;

/// <summary>What one activity instance declared in <c>CacheMetadata</c>; asked for once per instance.</summary>
internal sealed class ActivityDefinition(Activity activity)
{
    private readonly List<RuntimeArgument> arguments = [];

    public Activity Activity => activity;

    public IReadOnlyList<RuntimeArgument> Arguments => arguments;

    public List<Type> RequiredExtensions { get; } = [];

    public List<ExtensionSource> DefaultExtensions { get; } = [];

    public void Declare(RuntimeArgument argument)
    {
        ArgumentNullException.ThrowIfNull(argument);
        if (arguments.Exists(known => known.Name == argument.Name))
        {
            throw new InvalidWorkflowException(
                $"'{activity.DisplayName}': A variable, RuntimeArgument or a DelegateArgument already exists with " +
                $"the name '{argument.Name}'. Names must be unique within an environment scope.");
        }

        arguments.Add(argument);
    }

    public void Redeclare(IEnumerable<RuntimeArgument> declared)
    {
        arguments.Clear();
        foreach (RuntimeArgument argument in declared)
        {
            Declare(argument);
        }
    }

    /// <summary>The result is an output whatever an override of <c>CacheMetadata</c> declared.</summary>
    public void DeclareResult<TResult>(Activity<TResult> activity)
    {
        activity.Result ??= new OutArgument<TResult>();
        if (!arguments.Exists(known => known.Name == Argument.ResultValue))
        {
            Declare(new RuntimeArgument(Argument.ResultValue, typeof(TResult), ArgumentDirection.Out)
            {
                Binding = activity.Result,
            });
        }
    }

    public Collection<RuntimeArgument> Reflect() => new([.. activity.GetType()
        .GetProperties(BindingFlags.Public | BindingFlags.Instance)
        .Where(property => typeof(Argument).IsAssignableFrom(property.PropertyType))
        .GroupBy(property => property.Name)
        .Select(sameName => sameName.First(property => !IsHidden(property, sameName)))
        .Select(Reflect)]);

    private static bool IsHidden(PropertyInfo property, IEnumerable<PropertyInfo> sameName) =>
        sameName.Any(other => other.DeclaringType!.IsSubclassOf(property.DeclaringType!));

    private RuntimeArgument Reflect(PropertyInfo property)
    {
        var argument = (Argument?)property.GetValue(activity) ?? Fill(property);
        bool isRequired = property.IsDefined(typeof(RequiredArgumentAttribute), inherit: true);
        return new RuntimeArgument(property.Name, argument.ArgumentType, argument.Direction, isRequired)
        {
            Binding = argument,
        };
    }

    private Argument Fill(PropertyInfo property)
    {
        if (!property.CanWrite)
        {
            throw new InvalidWorkflowException(
                $"'{activity.DisplayName}': argument '{property.Name}' is null and its property has no setter.");
        }

        Type type = property.PropertyType;
        Argument fresh = type.IsGenericType
            ? (Argument)Activator.CreateInstance(type)!
            : Argument.Create(typeof(object), DirectionOf(type));
        property.SetValue(activity, fresh);
        return fresh;
    }

    private static ArgumentDirection DirectionOf(Type argumentType) =>
        argumentType == typeof(OutArgument) ? ArgumentDirection.Out
        : argumentType == typeof(InOutArgument) ? ArgumentDirection.InOut
        : ArgumentDirection.In;
}
