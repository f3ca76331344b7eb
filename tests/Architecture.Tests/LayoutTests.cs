namespace CrmExtensions.Architecture.Tests;

public sealed class LayoutTests
{
    [Theory]
    [InlineData("plugins"), InlineData("workflows"), InlineData("solution"), InlineData("webresources"),
        InlineData("tests")]
    [InlineData("domain"), InlineData("xrm"), InlineData("sdk"), InlineData("localdataverse"), InlineData("cli")]
    [InlineData("powershell"), InlineData("benchmarks"), InlineData("docs")]
    public void Every_folder_of_the_design_holds_something_real(string folder) =>
        Assert.True(
            Repository.Files(folder, "*").Any(file => !file.EndsWith(".csproj", StringComparison.Ordinal)),
            $"{folder}/ is empty: the design gives it a purpose, see README.md.");

    [Theory]
    [InlineData("CrmExtensions.sln"), InlineData("README.md"), InlineData("CONTRIBUTING.md"),
        InlineData("CHANGELOG.md")]
    [InlineData("LICENSE"), InlineData("global.json"), InlineData(".editorconfig"), InlineData("domain/Glossary.md")]
    [InlineData("docs/architecture.md"), InlineData("docs/flow.md"), InlineData("docs/quirks.md"),
        InlineData("docs/assumptions.md")]
    public void Every_page_that_the_readme_promises_exists(string file) =>
        Assert.True(File.Exists(Path.Combine(Repository.Root, file)), $"{file} is missing.");

    [Fact]
    public void Every_project_takes_part_in_the_solution()
    {
        string solution = File.ReadAllText(Path.Combine(Repository.Root, "CrmExtensions.sln")).Replace('\\', '/');

        Repository.AssertNone(
            Repository.Files(".", "*.csproj").Select(Repository.Relative)
                .Where(project => !solution.Contains($"\"{project}\"")),
            "Add the project: dotnet sln add PATH.");
    }

    [Fact]
    public void Test_projects_stand_under_tests() =>
        Repository.AssertNone(
            Repository.Files(".", "*Tests.cs").Select(Repository.Relative)
                .Where(file => !file.StartsWith("tests/", StringComparison.Ordinal)),
            "Move C# tests below tests/.");
}
