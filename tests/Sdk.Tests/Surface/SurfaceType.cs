using System;
using System.Collections.Generic;
using System.Linq;

namespace Sdk.Tests.Surface;

/// <summary>A public type as text: its declaration and one line a member, attributes included.</summary>
internal sealed class SurfaceType
{
    private const string TypeMark = "type ";
    private const string MemberMark = " :: ";

    public SurfaceType(string name, string declaration, IReadOnlyList<string> members)
    {
        Name = name;
        Declaration = declaration;
        Members = members;
    }

    public string Name { get; }

    public string Declaration { get; }

    public IReadOnlyList<string> Members { get; }

    public bool IsEnum => Declaration.StartsWith("enum ", StringComparison.Ordinal);

    /// <summary>Somebody else implements it: a member that is missing here is one that he cannot override.</summary>
    public bool IsImplementedByOthers =>
        Declaration.StartsWith("interface ", StringComparison.Ordinal)
        || Declaration.StartsWith("abstract class ", StringComparison.Ordinal);

    /// <summary>Number of overloads by the name of the method or constructor.</summary>
    public Dictionary<string, int> Overloads() =>
        Members
            .Where(line => line.StartsWith("ctor ", StringComparison.Ordinal)
                || line.StartsWith("meth ", StringComparison.Ordinal))
            .GroupBy(OverloadName)
            .ToDictionary(group => group.Key, group => group.Count());

    public static IEnumerable<SurfaceType> Parse(IEnumerable<string> lines)
    {
        var declaration = "";
        var members = new List<string>();
        foreach (var line in lines)
        {
            if (!line.StartsWith(TypeMark, StringComparison.Ordinal))
            {
                members.Add(line[(line.IndexOf(MemberMark, StringComparison.Ordinal) + MemberMark.Length)..]);
                continue;
            }

            if (declaration != "")
                yield return new SurfaceType(NameIn(declaration), declaration, members);
            declaration = line[TypeMark.Length..];
            members = [];
        }

        yield return new SurfaceType(NameIn(declaration), declaration, members);
    }

    private static string NameIn(string declaration)
    {
        var words = declaration.Split(' ');
        var kind = Array.FindIndex(words, word => word is "class" or "interface" or "enum" or "struct");
        var rest = string.Join(' ', words.Skip(kind + 1));
        var end = rest.IndexOf(" : ", StringComparison.Ordinal);
        return (end < 0 ? rest.Split("  ")[0] : rest[..end]).Trim();
    }

    private static string OverloadName(string line) => line[..line.IndexOf('(')].Split(' ').Last();
}
