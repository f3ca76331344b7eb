using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CrmExtensions.Architecture.Tests;

/// <summary>
/// Sizes from CONTRIBUTING.md. The contract assemblies in sdk/ mirror a foreign surface and are left out.
/// </summary>
public sealed class LimitTests
{
    private static readonly string[] Product = ["domain", "xrm", "plugins", "workflows", "localdataverse", "cli"];
    private static readonly IReadOnlyList<SourceFile> Sources = Repository.Sources(Product);
    private static readonly IReadOnlyList<SourceFile> All = Repository.Sources([.. Product, "tests", "benchmarks"]);

    [Fact]
    public void A_method_fits_on_two_screens() =>
        Repository.AssertNone(
            All.SelectMany(file => file.Nodes<BaseMethodDeclarationSyntax>()
                .Where(method => SourceFile.Lines(method) > 70)
                .Select(method => $"{file.At(method)} has {SourceFile.Lines(method)} lines")),
            "At most 70 lines a method (40 is the aim): name the parts and call them.");

    [Fact]
    public void A_type_has_one_reason_to_exist() =>
        Repository.AssertNone(
            Sources.SelectMany(file => file.Nodes<TypeDeclarationSyntax>()
                .Where(type => SourceFile.Lines(type) > Limit(type))
                .Select(type => $"{file.At(type)} {type.Identifier} has {SourceFile.Lines(type)} lines")),
            "At most 250 lines a type, 400 for a handler, reader, parser, writer or translator.");

    [Fact]
    public void A_method_takes_at_most_five_parameters() =>
        Repository.AssertNone(
            Sources.SelectMany(file => file.Nodes<BaseMethodDeclarationSyntax>()
                .Where(method => method.ParameterList.Parameters.Count > 5)
                .Select(method => $"{file.At(method)} takes {method.ParameterList.Parameters.Count}")),
            "At most five parameters: pass a value that has a name.");

    [Fact]
    public void A_line_is_at_most_120_columns_wide() =>
        Repository.AssertNone(
            All.SelectMany(file => file.Text.Split('\n')
                .Select((line, index) => (line, index))
                .Where(item => item.line.TrimEnd('\r').Length > 120)
                .Select(item => $"{file.Path}:{item.index + 1} has {item.line.Length}")),
            "Wrap the line at 120 columns.");

    [Fact]
    public void A_file_shows_one_public_type() =>
        Repository.AssertNone(
            Sources.Select(file => (file, count: file.Nodes<BaseTypeDeclarationSyntax>()
                    .Count(type => type.Parent is not TypeDeclarationSyntax
                        && type.Modifiers.Any(SyntaxKind.PublicKeyword))))
                .Where(item => item.count > 1)
                .Select(item => $"{item.file.Path} shows {item.count}"),
            "One public type a file, named as the type.");

    [Fact]
    public void A_plugin_is_a_sentence_of_at_most_60_lines() =>
        Repository.AssertNone(
            Repository.Sources("plugins", "workflows").SelectMany(file => file.Nodes<ClassDeclarationSyntax>()
                .Where(type => SourceFile.Lines(type) > 60)
                .Select(type => $"{file.At(type)} {type.Identifier} has {SourceFile.Lines(type)} lines")),
            "Decisions belong to domain/, translation to xrm/; the plugin only wires.");

    [Fact]
    public void The_plugin_base_has_at_most_80_lines_and_a_schema_row_40_or_two_a_column()
    {
        IEnumerable<string> tooLong = Repository.Sources("xrm").SelectMany(file => file.Nodes<ClassDeclarationSyntax>()
            .Where(type => type.Identifier.Text == "PluginBase" && SourceFile.Lines(type) > 80
                || file.Path.StartsWith("xrm/Schema/", StringComparison.Ordinal)
                    && SourceFile.Lines(type) > Math.Max(40, 30 + 2 * Columns(type)))
            .Select(type => $"{file.At(type)} {type.Identifier} has {SourceFile.Lines(type)} lines"));

        Repository.AssertNone(
            tooLong, "PluginBase: 80 lines. A row in xrm/Schema: 40 lines, or 30 and two a column; no logic.");
    }

    private static int Columns(ClassDeclarationSyntax row) => row.Members.OfType<ClassDeclarationSyntax>()
        .Where(nested => nested.Identifier.Text == "Columns").SelectMany(nested => nested.Members)
        .OfType<FieldDeclarationSyntax>().Sum(field => field.Declaration.Variables.Count);

    private static int Limit(TypeDeclarationSyntax type) =>
        Repository.Matches(type.Identifier.Text, "(Handler|Reader|Parser|Writer|Translator)$") ? 400 : 250;
}
