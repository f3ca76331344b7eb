using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Mono.Cecil;

namespace Sdk.Tests.Surface;

/// <summary>Types as C# writes them, with namespaces.</summary>
internal static class TypeText
{
    private static readonly IReadOnlyDictionary<string, string> Keywords = new Dictionary<string, string>
    {
        ["System.Boolean"] = "bool",
        ["System.Byte"] = "byte",
        ["System.Char"] = "char",
        ["System.Decimal"] = "decimal",
        ["System.Double"] = "double",
        ["System.Int16"] = "short",
        ["System.Int32"] = "int",
        ["System.Int64"] = "long",
        ["System.Object"] = "object",
        ["System.Single"] = "float",
        ["System.String"] = "string",
        ["System.Void"] = "void",
    };

    public static string NameOf(TypeReference type) => type switch
    {
        ArrayType array => NameOf(array.ElementType) + "[]",
        GenericInstanceType { ElementType.FullName: "System.Nullable`1" } nullable =>
            NameOf(nullable.GenericArguments[0]) + "?",
        GenericInstanceType instance => OpenName(instance.ElementType) + Arguments(instance.GenericArguments),
        GenericParameter parameter => parameter.Name,
        { HasGenericParameters: true } => OpenName(type) + Arguments(type.GenericParameters),
        _ => Keywords.GetValueOrDefault(type.FullName, type.FullName),
    };

    public static string SimpleNameOf(TypeReference type) => type.Name.Split('`')[0];

    public static string Literal(object? value) => value switch
    {
        null => "null",
        string text => "\"" + text + "\"",
        bool flag => flag ? "true" : "false",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };

    private static string OpenName(TypeReference type) => type.Namespace + "." + SimpleNameOf(type);

    private static string Arguments(IEnumerable<TypeReference> arguments) =>
        "<" + string.Join(", ", arguments.Select(NameOf)) + ">";
}
