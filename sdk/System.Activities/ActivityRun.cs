using System.Collections.Generic;
using System.Linq;

namespace System.Activities;

/// <summary>One activity, once: inputs in, checks, the code, outputs out.</summary>
internal sealed class ActivityRun(ActivityDefinition definition, IReadOnlyList<ExtensionSource> hostExtensions)
{
    public IDictionary<string, object> Execute(IDictionary<string, object> inputs)
    {
        RefuseUnknownInputs(inputs);
        RefuseMissingInputs(inputs);
        ExtensionSource[] extensions =
            [.. hostExtensions.Concat(definition.DefaultExtensions).Select(source => source.ForOneRun())];
        var context = new CodeActivityContext(Guid.NewGuid(), extensions);
        try
        {
            definition.RequiredExtensions.ForEach(context.RequireExtension);
            OpenLocations(context, inputs);
            definition.Activity.Run(context);
            return ReadOutputs(context);
        }
        finally
        {
            context.End();
        }
    }

    private void RefuseUnknownInputs(IDictionary<string, object> inputs)
    {
        string[] unknown = [.. inputs.Keys.Except(definition.Arguments.Where(IsInput).Select(known => known.Name))];
        if (unknown.Length > 0)
        {
            throw new ArgumentException(
                "The values provided for the root activity's arguments did not satisfy the root activity's " +
                $"requirements: '{definition.Activity.DisplayName}': The following keys from the input dictionary do " +
                $"not map to arguments and must be removed: {string.Join(", ", unknown)}.  Please note that argument " +
                "names are case sensitive.",
                "rootArgumentValues");
        }
    }

    private void RefuseMissingInputs(IDictionary<string, object> inputs)
    {
        foreach (RuntimeArgument declared in definition.Arguments.Where(declared => declared.IsRequired))
        {
            if (!inputs.ContainsKey(declared.Name) && declared.Binding is not { HasExpression: true })
            {
                throw new ArgumentException(
                    "The root activity's argument settings are incorrect.  Either fix the workflow definition or " +
                    $"supply input values to fix these errors: '{definition.Activity.DisplayName}': Value for a " +
                    $"required activity argument '{declared.Name}' was not supplied.",
                    "program");
            }
        }
    }

    private void OpenLocations(CodeActivityContext context, IDictionary<string, object> inputs)
    {
        foreach (RuntimeArgument declared in definition.Arguments)
        {
            bool isGiven = inputs.TryGetValue(declared.Name, out object? value);
            Argument key = declared.Binding ?? Argument.Create(declared.Type, declared.Direction);
            Location location = isGiven ? (Location)Argument.Create(declared.Type, declared.Direction).Open(context)
                : key.Open(context);
            if (isGiven)
            {
                Fill(location, declared, value);
            }

            context.Keep(declared, location);
        }
    }

    private void Fill(Location location, RuntimeArgument declared, object? value)
    {
        try
        {
            location.Value = value;
        }
        catch (InvalidCastException wrongType)
        {
            throw new ArgumentException(
                "The values provided for the root activity's arguments did not satisfy the root activity's " +
                $"requirements: '{definition.Activity.DisplayName}': Expected an input parameter value of type " +
                $"'{declared.Type.FullName}' for parameter named '{declared.Name}'.",
                "rootArgumentValues",
                wrongType);
        }
    }

    private Dictionary<string, object> ReadOutputs(CodeActivityContext context) => definition.Arguments
        .Where(declared => declared.Direction != ArgumentDirection.In)
        .ToDictionary(declared => declared.Name, declared => declared.Get(context)!);

    private static bool IsInput(RuntimeArgument declared) => declared.Direction != ArgumentDirection.Out;
}
