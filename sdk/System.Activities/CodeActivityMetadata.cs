using System.Collections.ObjectModel;

namespace System.Activities;

public struct CodeActivityMetadata
{
    private readonly ActivityDefinition definition;

    internal CodeActivityMetadata(ActivityDefinition definition) => this.definition = definition;

    public readonly void Bind(Argument binding, RuntimeArgument argument)
    {
        ArgumentNullException.ThrowIfNull(argument);
        argument.Binding = binding;
    }

    public readonly void SetArgumentsCollection(Collection<RuntimeArgument> arguments) =>
        definition.Redeclare(arguments ?? []);

    public readonly void AddArgument(RuntimeArgument argument) => definition.Declare(argument);

    public readonly Collection<RuntimeArgument> GetArgumentsWithReflection() => definition.Reflect();

    public readonly void AddDefaultExtensionProvider<T>(Func<T> extensionProvider)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(extensionProvider);
        definition.DefaultExtensions.Add(new ExtensionSource(typeof(T), extensionProvider));
    }

    public readonly void RequireExtension<T>()
        where T : class => RequireExtension(typeof(T));

    public readonly void RequireExtension(Type extensionType)
    {
        ArgumentNullException.ThrowIfNull(extensionType);
        definition.RequiredExtensions.Add(extensionType);
    }
}
