using System.Xml.Linq;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CrmExtensions.Architecture.Tests;

/// <summary>Who may know whom: the table of docs/architecture.md.</summary>
public sealed class DependencyTests
{
    private const string Sdk = "Microsoft.Xrm.Sdk|Microsoft.Crm.Sdk|System.ServiceModel|System.Activities";

    [Fact]
    public void The_domain_knows_no_sdk_no_io_no_clock_and_no_randomness()
    {
        const string Outside = @"System\.IO|System\.Net|System\.Data|System\.Threading"
            + @"|CrmExtensions\.(Xrm|Plugins|Workflows|Cli)";
        string forbidden = $@"^({Sdk}|{Outside}|Dataverse)\b";
        IReadOnlyList<SourceFile> domain = Repository.Sources("domain");
        IEnumerable<string> usings = Usings(domain, forbidden);
        const string Ambient =
            @"^(System\.)?(DateTime(Offset)?\.(Utc)?(Now|Today)|Environment\.\w+|Guid\.NewGuid|Console\.\w+"
            + @"|Stopwatch\.\w+)";
        IEnumerable<string> calls = domain.SelectMany(file => file.Nodes<MemberAccessExpressionSyntax>()
            .Where(access => Repository.Matches(access.ToString(), Ambient))
            .Select(access => $"{file.At(access)} {access}"));
        IEnumerable<string> randomness = domain.SelectMany(file => file.Nodes<ObjectCreationExpressionSyntax>()
            .Where(creation => creation.Type.ToString() is "Random" or "System.Random")
            .Select(creation => $"{file.At(creation)} new Random"));

        Repository.AssertNone(usings.Concat(calls).Concat(randomness),
            "domain/ is pure: pass the value in as a parameter.");
    }

    [Fact]
    public void Nothing_in_the_local_dataverse_knows_the_product()
    {
        IEnumerable<string> names = Repository.Files("localdataverse", "*.*")
            .Where(file => Path.GetExtension(file) is ".cs" or ".xml" or ".html" or ".js" or ".css" or ".md")
            .Where(file => Repository.Matches(File.ReadAllText(file),
                @"crmx_|CrmExtensions\.(Domain|Xrm|Plugins|Workflows|Cli)"))
            .Select(Repository.Relative);

        Repository.AssertNone(
            names.Concat(References("localdataverse", "domain|xrm|plugins|workflows|cli")),
            "localdataverse/ is a library of its own: it learns names from the zip only.");
    }

    [Fact]
    public void The_product_code_does_not_know_that_it_may_run_locally() =>
        Repository.AssertNone(
            Usings(Repository.Sources("xrm", "plugins", "workflows"), @"^(Dataverse\.Local|CrmExtensions\.Cli)\b")
                .Concat(References("plugins", "localdataverse|cli"))
                .Concat(References("workflows", "localdataverse|cli")),
            "plugins/ and workflows/ know domain, xrm and the SDK only.");

    [Fact]
    public void The_command_line_knows_the_domain_but_not_the_plugin_code() =>
        Repository.AssertNone(
            Usings(Repository.Sources("cli"), @"^CrmExtensions\.(Xrm|Plugins|Workflows)\b"),
            "cli/ reaches plugin code through the packed zip only.");

    [Fact]
    public void Behaviour_tests_and_benchmarks_reach_plugins_through_the_zip_only() =>
        Repository.AssertNone(
            Usings(Repository.Sources("tests/Solution.Tests", "benchmarks"), @"^CrmExtensions\.(Plugins|Workflows)\b"),
            "Import the packed zip; do not call plugin classes.");

    [Fact]
    public void Column_names_of_our_tables_stand_in_the_schema_only()
    {
        IEnumerable<string> literals = Repository.Sources("xrm", "plugins", "workflows")
            .Where(file => !file.Path.StartsWith("xrm/Schema/", StringComparison.Ordinal))
            .SelectMany(file => file.Nodes<LiteralExpressionSyntax>()
                .Where(literal => Repository.Matches(literal.Token.ValueText, "^crmx_[a-z]"))
                .Select(literal => $"{file.At(literal)} {literal}"));

        Repository.AssertNone(literals, "Name the column once, in xrm/Schema, and use the constant.");
    }

    private static IEnumerable<string> Usings(IEnumerable<SourceFile> files, string forbidden) =>
        files.SelectMany(file => file.Nodes<UsingDirectiveSyntax>()
            .Where(line => line.Name is not null && Repository.Matches(line.Name.ToString(), forbidden))
            .Select(line => $"{file.At(line)} {line}"));

    private static IEnumerable<string> References(string folder, string forbidden) =>
        Repository.Files(folder, "*.csproj").SelectMany(project => XDocument.Load(project)
            .Descendants()
            .Where(item => item.Name.LocalName is "ProjectReference" or "Compile")
            .Select(item => (string?)item.Attribute("Include") ?? "")
            .Where(include => Repository.Matches(include, $@"^\.\./({forbidden})/"))
            .Select(include => $"{Repository.Relative(project)} refers to {include}"));
}
