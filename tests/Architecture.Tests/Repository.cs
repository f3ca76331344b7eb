using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace CrmExtensions.Architecture.Tests;

/// <summary>The checkout as text and syntax: what git would track, without build output.</summary>
internal static class Repository
{
    private static readonly string[] BuiltFolders =
        ["bin", "obj", "node_modules", "artifacts", "dist", ".git", "TestResults"];
    private static readonly CSharpParseOptions Syntax = new(LanguageVersion.Latest, DocumentationMode.Parse);

    public static string Root => CrmExtensions.Tests.RepositoryRoot.Path;

    public static IReadOnlyList<SourceFile> Sources(params string[] folders) =>
        [.. folders.SelectMany(folder => Files(folder, "*.cs")).Select(Parse)];

    public static IEnumerable<string> Files(string folder, string pattern)
    {
        string path = Path.Combine(Root, folder);
        if (!Directory.Exists(path)) return [];
        return Directory.EnumerateFiles(path, pattern, SearchOption.AllDirectories)
            .Where(file => !Relative(file).Split('/').Any(BuiltFolders.Contains))
            .Order(StringComparer.Ordinal);
    }

    public static string Relative(string file) => Path.GetRelativePath(Root, file).Replace('\\', '/');

    /// <summary>Fails with one line per violation and the remedy that the house rules offer.</summary>
    public static void AssertNone(IEnumerable<string> violations, string remedy)
    {
        string[] found = [.. violations];
        Assert.True(found.Length == 0, $"{remedy}\n  {string.Join("\n  ", found)}\n");
    }

    public static bool Matches(string text, string pattern) =>
        Regex.IsMatch(text, pattern, RegexOptions.CultureInvariant);

    private static SourceFile Parse(string file)
    {
        string text = File.ReadAllText(file);
        return new SourceFile(Relative(file), text, CSharpSyntaxTree.ParseText(text, Syntax, file).GetRoot());
    }
}
