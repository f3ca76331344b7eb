using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CrmExtensions.Architecture.Tests;

public sealed class HouseRuleTests
{
    private static readonly IReadOnlyList<SourceFile> Plugin =
        Repository.Sources("domain", "xrm", "plugins", "workflows");
    private static readonly IReadOnlyList<SourceFile> Product =
        [.. Plugin, .. Repository.Sources("localdataverse", "cli")];
    private static readonly IReadOnlyList<SourceFile> All =
        [.. Product, .. Repository.Sources("tests", "benchmarks", "sdk")];

    [Fact]
    public void Code_that_runs_in_the_sandbox_holds_no_tuples() =>
        Repository.AssertNone(
            Plugin.SelectMany(file => file.Root.DescendantNodes()
                .Where(node => node is TupleTypeSyntax or TupleExpressionSyntax)
                .Select(node => $"{file.At(node)} {node}")),
            "net462 carries no ValueTuple: give the pair a name (a small record or struct).");

    [Fact]
    public void Code_that_runs_in_the_sandbox_holds_no_static_state() =>
        Repository.AssertNone(
            Plugin.SelectMany(file => file.Nodes<FieldDeclarationSyntax>()
                .Where(field => field.Modifiers.Any(SyntaxKind.StaticKeyword)
                    && !field.Modifiers.Any(SyntaxKind.ReadOnlyKeyword))
                .Select(field => $"{file.At(field)} {field}")),
            "The sandbox shares a process between requests: pass state along.");

    [Fact]
    public void Plugins_hold_no_instance_state() =>
        Repository.AssertNone(
            Repository.Sources("plugins").SelectMany(file => file.Nodes<FieldDeclarationSyntax>()
                .Where(field => !field.Modifiers.Any(SyntaxKind.ConstKeyword)
                    && !field.Modifiers.Any(SyntaxKind.StaticKeyword)
                    && !IsKnownAtBuildTime(field))
                .Select(field => $"{file.At(field)} {field}")),
            "The platform reuses one instance for many requests: keep state in the run.");

    /// <summary>ADR 0011: step ids follow from the classes alone, whichever request comes.</summary>
    private static bool IsKnownAtBuildTime(FieldDeclarationSyntax field) =>
        field.Modifiers.Any(SyntaxKind.ReadOnlyKeyword) && field.Declaration.Type.ToString() == "OwnSteps";

    [Fact]
    public void Code_folds_no_regions() =>
        Repository.AssertNone(
            All.Where(file => Repository.Matches(file.Text, @"(?m)^\s*#region")).Select(file => file.Path),
            "Split the type instead of folding it.");

    [Fact]
    public void Namespaces_are_file_scoped() =>
        Repository.AssertNone(
            All.SelectMany(file => file.Nodes<NamespaceDeclarationSyntax>().Select(node => file.At(node))),
            "Write `namespace X;`.");

    [Fact]
    public void Classes_are_sealed_unless_something_derives_from_them()
    {
        HashSet<string> bases = [.. Product.SelectMany(file => file.Nodes<BaseListSyntax>())
            .SelectMany(list => list.Types)
            .Select(type => type.Type.ToString().Split('<')[0].Split('.')[^1])];

        Repository.AssertNone(
            Product.SelectMany(file => file.Nodes<ClassDeclarationSyntax>()
                .Where(type => !type.Modifiers.Any(modifier => modifier.Kind()
                        is SyntaxKind.SealedKeyword or SyntaxKind.StaticKeyword
                        or SyntaxKind.AbstractKeyword or SyntaxKind.PartialKeyword)
                    && !bases.Contains(type.Identifier.Text))
                .Select(type => $"{file.At(type)} {type.Identifier}")),
            "Seal the class.");
    }

    [Fact]
    public void Names_say_what_a_thing_is() =>
        Repository.AssertNone(
            Product.SelectMany(file => file.Nodes<BaseTypeDeclarationSyntax>()
                .Where(type => Repository.Matches(type.Identifier.Text,
                    "(Manager|Helper|Helpers|Util|Utils|Utility|Service|Base)$")
                    && type.Identifier.Text != "PluginBase")
                .Select(type => $"{file.At(type)} {type.Identifier}")),
            "No Manager, Helper, Util, Service or Base: name the thing by its role (Store, Reader, Handler, Policy).");

    [Fact]
    public void Nothing_is_swallowed() =>
        Repository.AssertNone(
            Product.SelectMany(file => file.Nodes<CatchClauseSyntax>()
                .Where(clause => clause.Block.Statements.Count == 0
                    || clause.Filter is null && IsGeneral(clause)
                    && !clause.Block.DescendantNodes()
                        .Any(node => node is ThrowStatementSyntax or ThrowExpressionSyntax)
                    && !(clause.Declaration?.Identifier.Text is { Length: > 0 } name
                        && clause.Block.DescendantNodes().OfType<IdentifierNameSyntax>()
                            .Any(use => use.Identifier.Text == name)))
                .Select(clause => $"{file.At(clause)}")),
            "Catch what you expect, use what you catch, and keep the inner exception.");

    [Fact]
    public void Nothing_unfinished_is_landed() =>
        Repository.AssertNone(
            All.Where(file => !file.Path.EndsWith("HouseRuleTests.cs", StringComparison.Ordinal))
                .SelectMany(file => file.Text.Split('\n')
                    .Select((line, index) => (line, index))
                    .Where(item => Repository.Matches(item.line,
                        @"NotImplementedException|\bTODO\b|\bFIXME\b|\bHACK\b|Skip\s*=\s*"""))
                    .Select(item => $"{file.Path}:{item.index + 1} {item.line.Trim()}")),
            "Finish it, or leave it out and say so.");

    [Fact]
    public void A_summary_says_more_than_the_name() =>
        Repository.AssertNone(
            All.SelectMany(file => file.Root.DescendantNodes(descendIntoTrivia: true).OfType<XmlElementSyntax>()
                .Where(element => element.StartTag.Name.ToString() == "summary" && Words(element) < 3)
                .Select(element => $"{file.At(element)} {element.ToString().Trim()}")),
            "A doc comment may be absent, never void: say the rule, the unit, the default, the edge or the reason.");

    [Fact]
    public void Ids_are_computed_not_typed() =>
        Repository.AssertNone(
            Product.SelectMany(file => file.Nodes<LiteralExpressionSyntax>()
                .Where(literal => Guid.TryParse(literal.Token.ValueText, out Guid id) && !IsWellKnown(id))
                .Select(literal => $"{file.At(literal)} {literal}")),
            "Derive the id (UUIDv5 of a name); only the platform's own well-known ids may stand in code.");

    [Fact]
    public void Test_names_are_sentences() =>
        Repository.AssertNone(
            Repository.Sources("tests").SelectMany(file => file.Nodes<MethodDeclarationSyntax>()
                .Where(method => method.AttributeLists.SelectMany(list => list.Attributes)
                    .Any(attribute => attribute.Name.ToString() is "Fact" or "Theory"))
                .Where(method => method.Identifier.Text.Count(letter => letter == '_') < 2)
                .Select(method => $"{file.At(method)} {method.Identifier}")),
            "Name a test as the sentence it proves: Debits_consume_the_earliest_expiring_lot_first.");

    [Fact]
    public void No_committed_text_names_a_machine()
    {
        string machine = string.Join("|", "/wo" + @"rk/(main|wt|shared)", "/ro" + @"ot/", "/tmp/ba" + "sh_jobs");
        string[] kinds =
            [".cs", ".md", ".json", ".xml", ".props", ".targets", ".csproj", ".ts", ".mjs", ".ps1", ".psm1", ".sh",
                ".txt"];

        Repository.AssertNone(
            Repository.Files(".", "*").Where(file => kinds.Contains(Path.GetExtension(file)))
                .Where(file => Repository.Matches(File.ReadAllText(file), machine))
                .Select(Repository.Relative),
            "A committed file works on any machine: use relative paths.");
    }

    private static bool IsGeneral(CatchClauseSyntax clause) =>
        clause.Declaration is null || clause.Declaration.Type.ToString() is "Exception" or "System.Exception";

    // Message ids and the default roles and templates of the platform end alike in every environment.
    private static bool IsWellKnown(Guid id) =>
        id == Guid.Empty
        || Repository.Matches(id.ToString(), "-ea3e-db11-86a7-000a3a5473e8$")
        || Repository.Matches(id.ToString(), "^(627090ff|119f245c|953b9fac|9fdf5f91)-")
        || Repository.Matches(id.ToString(), "^6ba7b81[0-9]-9dad-11d1-80b4-00c04fd430c8$");

    private static int Words(XmlElementSyntax element) =>
        string.Join(' ', element.Content.Select(node => node.ToString()))
            .Split([' ', '\n', '\r', '/', '\t'], StringSplitOptions.RemoveEmptyEntries).Length;
}
