using System.Collections.Generic;
using System.Linq;
using System.Reflection;

namespace CrmExtensions.Cli.Solution.Registration;

/// <summary>
/// Constants of one attribute, read from metadata: positions of the constructor, then named properties.
/// </summary>
internal sealed class AttributeValues(CustomAttributeData data)
{
    public string Text(int position) => data.ConstructorArguments[position].Value as string ?? "";

    public int Number(int position) => (int)data.ConstructorArguments[position].Value!;

    public string Text(string property) => Named(property)?.Value as string ?? "";

    public int Number(string property, int missing) => Named(property)?.Value is int number ? number : missing;

    public bool Flag(string property) => Named(property)?.Value is true;

    public IReadOnlyList<string> List(string property) =>
        Named(property)?.Value is IReadOnlyCollection<CustomAttributeTypedArgument> items
            ? [.. items.Select(item => item.Value as string ?? "")]
            : [];

    private CustomAttributeTypedArgument? Named(string property)
    {
        foreach (CustomAttributeNamedArgument argument in data.NamedArguments)
        {
            if (argument.MemberName == property)
            {
                return argument.TypedValue;
            }
        }

        return null;
    }
}
