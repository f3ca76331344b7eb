using System;
using System.Reflection;

namespace Dataverse.Local.Messages.Metadata;

/// <summary>Sets what only the platform may set: SDK metadata properties without a public setter.</summary>
internal static class ReadOnlyProperty
{
    public static void Set(object target, string name, object? value)
    {
        Type type = target.GetType();
        PropertyInfo property = type.GetProperty(name, BindingFlags.Public | BindingFlags.Instance)
            ?? throw new MissingMemberException(type.FullName, name);
        PropertyInfo declared = property.DeclaringType!.GetProperty(name, BindingFlags.Public | BindingFlags.Instance)!;
        declared.SetValue(target, value);
    }
}
