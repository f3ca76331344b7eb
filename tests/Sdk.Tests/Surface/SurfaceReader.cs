using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Mono.Cecil;

namespace Sdk.Tests.Surface;

/// <summary>Renders the public surface of an assembly file in the form of the baseline.</summary>
internal static class SurfaceReader
{
    public static IReadOnlyList<SurfaceType> Read(string path)
    {
        using var assembly = AssemblyDefinition.ReadAssembly(path);
        return assembly.MainModule.Types
            .Where(type => type.IsPublic)
            .Select(type => new SurfaceType(TypeText.NameOf(type), Declaration(type), Members(type).ToList()))
            .ToList();
    }

    private static string Declaration(TypeDefinition type) =>
        KindOf(type) + " " + TypeText.NameOf(type) + BasesOf(type) + AttributeText.Of(type);

    private static string KindOf(TypeDefinition type)
    {
        if (type.IsEnum)
            return "enum";
        if (type.IsInterface)
            return "interface";
        if (type.IsValueType)
            return "struct";
        if (type.IsAbstract)
            return type.IsSealed ? "static class" : "abstract class";
        return type.IsSealed ? "sealed class" : "class";
    }

    private static string BasesOf(TypeDefinition type)
    {
        if (type.IsEnum)
            return " : int";
        var bases = new List<string>();
        if (type.BaseType is { FullName: not "System.Object" and not "System.ValueType" } parent)
            bases.Add(TypeText.NameOf(parent));
        bases.AddRange(type.Interfaces
            .Select(x => TypeText.NameOf(x.InterfaceType))
            .OrderBy(name => name, StringComparer.Ordinal));
        return bases.Count == 0 ? "" : " : " + string.Join(", ", bases);
    }

    private static IEnumerable<string> Members(TypeDefinition type)
    {
        if (type.IsEnum)
            return type.Fields.Where(field => field.IsStatic).Select(EnumValue);
        return type.Fields.Where(field => field.IsPublic || field.IsFamily).Select(Field)
            .Concat(type.Methods.Where(IsListed).Select(Method))
            .Concat(type.Properties.Select(Property).Where(line => line != ""));
    }

    private static string EnumValue(FieldDefinition field) =>
        field.Name + " = " + Convert.ToInt64(field.Constant, CultureInfo.InvariantCulture) + AttributeText.Of(field);

    private static string Field(FieldDefinition field)
    {
        var modifiers = field.HasConstant ? "const" : field.IsStatic ? "static readonly" : "readonly";
        var value = field.HasConstant ? " = " + TypeText.Literal(field.Constant) : "";
        return "field " + (field.IsPublic ? "public " : "protected ") + modifiers + " "
            + TypeText.NameOf(field.FieldType) + " " + field.Name + value + AttributeText.Of(field);
    }

    private static bool IsListed(MethodDefinition method) =>
        IsVisible(method) && !method.IsGetter && !method.IsSetter && !method.IsAddOn && !method.IsRemoveOn;

    private static bool IsVisible(MethodDefinition? method) =>
        method is not null && (method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly);

    private static string Method(MethodDefinition method)
    {
        if (method.IsConstructor)
            return "ctor  " + Access(method) + TypeText.SimpleNameOf(method.DeclaringType) + Parameters(method);
        return "meth  " + Access(method) + Modifiers(method) + TypeText.NameOf(method.ReturnType) + " " + method.Name
            + GenericParameters(method) + Parameters(method) + Constraints(method)
            + (method.CustomAttributes.Any(x => x.AttributeType.Name == "ExtensionAttribute") ? " [Extension]" : "")
            + AttributeText.Of(method);
    }

    private static string Property(PropertyDefinition property)
    {
        var accessor = IsVisible(property.GetMethod) ? property.GetMethod : property.SetMethod;
        if (!IsVisible(accessor))
            return property.CustomAttributes.Any(x => x.AttributeType.Name == "DataMemberAttribute")
                ? "wire  internal " + Signature(property) + " { get; set; }" + AttributeText.Of(property)
                : "";
        return "prop  " + Access(accessor) + Modifiers(accessor) + Signature(property) + " { "
            + (IsVisible(property.GetMethod) ? "get; " : "")
            + (IsVisible(property.SetMethod) ? Setter(property) : "")
            + "}" + AttributeText.Of(property);
    }

    private static string Setter(PropertyDefinition property) =>
        property.SetMethod.IsFamily && property.GetMethod.IsPublic ? "protected set; " : "set; ";

    private static string Signature(PropertyDefinition property)
    {
        var index = property.HasParameters
            ? "[" + string.Join(", ", property.Parameters.Select(Parameter)) + "]"
            : "";
        return TypeText.NameOf(property.PropertyType) + " " + property.Name + index;
    }

    private static string Access(MethodDefinition method) =>
        method.IsPublic ? "public " : method.IsFamily ? "protected " : "protected internal ";

    private static string Modifiers(MethodDefinition method)
    {
        if (method.IsStatic)
            return "static ";
        if (method.DeclaringType.IsInterface || !method.IsVirtual)
            return "";
        if (!method.IsNewSlot)
            return "override ";
        if (method.IsAbstract)
            return "abstract ";
        return method.IsFinal ? "" : "virtual ";
    }

    private static string GenericParameters(MethodDefinition method) =>
        method.HasGenericParameters ? "<" + string.Join(", ", method.GenericParameters.Select(x => x.Name)) + ">" : "";

    private static string Constraints(MethodDefinition method) =>
        string.Concat(method.GenericParameters
            .Where(x => x.HasConstraints || x.HasDefaultConstructorConstraint)
            .Select(x => " where " + x.Name + " : " + string.Join(", ", ConstraintsOf(x))));

    private static IEnumerable<string> ConstraintsOf(GenericParameter parameter)
    {
        var names = parameter.Constraints.Select(x => TypeText.NameOf(x.ConstraintType));
        return parameter.HasDefaultConstructorConstraint ? names.Append("new()") : names;
    }

    private static string Parameters(MethodDefinition method) =>
        "(" + string.Join(", ", method.Parameters.Select(Parameter)) + ")";

    private static string Parameter(ParameterDefinition parameter)
    {
        var type = parameter.ParameterType;
        var isParams = parameter.CustomAttributes.Any(x => x.AttributeType.Name == "ParamArrayAttribute");
        var prefix = isParams ? "params " : "";
        if (type is ByReferenceType reference)
        {
            prefix = parameter.IsOut ? "out " : "ref ";
            type = reference.ElementType;
        }

        var value = parameter.HasConstant ? " = " + TypeText.Literal(parameter.Constant) : "";
        return prefix + TypeText.NameOf(type) + " " + parameter.Name + value;
    }
}
