using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Mono.Cecil;

namespace Sdk.Tests.Surface;

/// <summary>
/// The attributes that belong to the contract: those of serialization and of services. KnownType is one mark whatever
/// the number: the official list names types that the contracts leave out.
/// </summary>
internal static class AttributeText
{
    private static readonly IReadOnlyList<string> Listed =
    [
        "AttributeUsage", "CollectionDataContract", "DataContract", "DataMember", "EnumMember", "FaultContract",
        "Flags", "KnownType", "OperationContract", "ServiceContract",
    ];

    public static string Of(ICustomAttributeProvider member)
    {
        var texts = member.CustomAttributes.Where(IsListed).Select(Render);
        if (member is TypeDefinition { IsSerializable: true, IsEnum: false })
            texts = texts.Append("[Serializable]");
        return Join(texts);
    }

    /// <summary>The line with its attributes in the order and number in which this class writes them.</summary>
    public static string Normalize(string line)
    {
        var start = line.IndexOf("  [", System.StringComparison.Ordinal);
        return start < 0 ? line : line[..start] + Join(line[(start + 2)..].Split("] [").Select(Bare));
    }

    private static string Bare(string text)
    {
        var inner = text.TrimStart('[').TrimEnd(']');
        return inner.StartsWith("KnownType", System.StringComparison.Ordinal) ? "[KnownType]" : "[" + inner + "]";
    }

    private static string Join(IEnumerable<string> texts)
    {
        var sorted = texts.Distinct().OrderBy(text => text, System.StringComparer.Ordinal).ToList();
        return sorted.Count == 0 ? "" : "  " + string.Join(' ', sorted);
    }

    private static bool IsListed(CustomAttribute attribute) => Listed.Contains(NameOf(attribute));

    private static string Render(CustomAttribute attribute)
    {
        var name = NameOf(attribute);
        if (name == "KnownType")
            return "[KnownType]";
        var arguments = attribute.ConstructorArguments.Select(x => Value(x.Value))
            .Concat(attribute.Properties
                .OrderBy(x => x.Name, System.StringComparer.Ordinal)
                .Select(x => x.Name + "=" + Value(x.Argument.Value)));
        var text = string.Join(", ", arguments);
        return text == "" ? "[" + name + "]" : "[" + name + "(" + text + ")]";
    }

    private static string NameOf(CustomAttribute attribute) => attribute.AttributeType.Name[..^"Attribute".Length];

    private static string Value(object value) => value switch
    {
        TypeReference type => "typeof(" + TypeText.NameOf(type) + ")",
        System.Enum number => System.Convert.ToInt32(number, CultureInfo.InvariantCulture)
            .ToString(CultureInfo.InvariantCulture),
        _ => TypeText.Literal(value),
    };
}
