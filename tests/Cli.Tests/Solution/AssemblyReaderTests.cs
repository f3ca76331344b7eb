using CrmExtensions.Cli.Solution;
using CrmExtensions.Cli.Solution.Registration;

namespace CrmExtensions.Cli.Tests.Solution;

public sealed class AssemblyReaderTests
{
    private static readonly RegisteredAssembly Tests = AssemblyReader.Read(typeof(CountOrders).Assembly.Location);

    [Fact]
    public void A_step_is_read_with_all_it_says()
    {
        RegisteredStep step = Type(nameof(CountOrders)).Steps.Single(step => step.Message == "Update");

        Assert.Equal(("salesorder", 40, 1, 7), (step.Table, step.Stage, step.Mode, step.Rank));
        Assert.Equal("Counts what was ordered.", step.Description);
        Assert.Equal(["statecode", "customerid"], step.OnChangeOf);
        Assert.Equal(["statecode"], step.PreImage);
        Assert.Equal(["customerid"], step.PostImage);
    }

    [Fact]
    public void What_a_step_leaves_out_has_the_default_of_the_attribute()
    {
        RegisteredStep step = Type(nameof(CountOrders)).Steps.Single(step => step.Message == "Create");

        Assert.Equal((10, 0, 1), (step.Stage, step.Mode, step.Rank));
        Assert.Empty(step.OnChangeOf);
    }

    [Fact]
    public void A_custom_api_is_read_with_its_parameters()
    {
        RegisteredCustomApi api = Type(nameof(Weigh)).CustomApi!;

        Assert.Equal(("con_Weigh", "Weigh", "Wiegen", true),
            (api.UniqueName, api.DisplayName, api.DisplayNameGerman, api.IsFunction));
        Assert.Equal("prvReadcon_Thing", api.ExecutePrivilege);
        Assert.Equal(
            [("Thing", 5, "con_thing", false), ("Unit", 10, "", true)],
            api.Parameters.Select(
                parameter => (parameter.Name, parameter.Type, parameter.Table, parameter.IsOptional)));
        Assert.Equal("In kilograms.", Assert.Single(api.Properties).Description);
    }

    [Fact]
    public void An_activity_is_read_with_its_group()
    {
        RegisteredType activity = Type(nameof(PolishThing));

        Assert.True(activity.IsActivity);
        Assert.Equal("Contoso Things", activity.ActivityGroup);
    }

    [Fact]
    public void Types_that_the_platform_does_not_run_are_left_out() =>
        Assert.DoesNotContain(Tests.Types, type => type.Name == nameof(AssemblyReaderTests));

    [Fact]
    public void A_file_that_is_missing_or_no_assembly_is_refused_with_a_remedy()
    {
        string text = Path.GetTempFileName();

        Assert.Contains("build it first",
            Assert.Throws<SolutionException>(() => AssemblyReader.Read("no.dll")).Message);
        Assert.Contains("not a .NET assembly",
            Assert.Throws<SolutionException>(() => AssemblyReader.Read(text)).Message);
        File.Delete(text);
    }

    [Fact]
    public void A_plugin_that_nothing_runs_and_an_unsigned_assembly_are_found()
    {
        List<Finding> findings = [.. RegistrationRules.Check(Tests)];

        Assert.Contains(findings, finding =>
            finding.Place.EndsWith(nameof(ForgottenPlugin)) && finding.Problem.Contains("nothing runs"));
        Assert.Contains(findings, finding => finding.Problem.Contains("not signed"));
        Assert.DoesNotContain(findings, finding => finding.Place.Contains(nameof(CountOrders)));
        Assert.DoesNotContain(findings, finding => finding.Place.Contains(nameof(Weigh)));
    }

    private static RegisteredType Type(string name) => Tests.Types.Single(type => type.Name == name);
}
