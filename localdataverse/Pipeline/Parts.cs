using System;
using System.Collections.Generic;
using System.Linq;

namespace Dataverse.Local.Pipeline;

/// <summary>Makes one of each class of this assembly that plays a role.</summary>
internal static class Parts
{
    public static IReadOnlyList<T> Make<T>() =>
        typeof(Parts).Assembly.GetTypes()
            .Where(type => type is { IsClass: true, IsAbstract: false } && typeof(T).IsAssignableFrom(type))
            .Where(type => type.GetConstructor(Type.EmptyTypes) is not null)
            .OrderBy(type => type.FullName, StringComparer.Ordinal)
            .Select(type => (T)Activator.CreateInstance(type)!)
            .ToArray();
}
