namespace Sdk.Tests.Switches;

/// <summary>
/// The official packages are not at hand on every machine, so this configuration is not built by every build. What it
/// would reference is asked of the build itself.
/// </summary>
public sealed class DataverseSdkTests
{
    private const string Plugins = "plugins/CrmExtensions.Plugins.csproj";
    private const string Workflows = "workflows/CrmExtensions.Workflows.csproj";
    private const string LocalDataverse = "localdataverse/LocalDataverse.csproj";
    private const string FakeXrmEasy = "tests/FakeXrmEasy.Tests/FakeXrmEasy.Tests.csproj";

    [Fact]
    public void By_default_no_package_of_the_sdk_is_referenced()
    {
        var references = Ask(Plugins, "Contracts");
        Assert.Empty(references.Packages);
        Assert.Equal(["Microsoft.Crm.Sdk.Proxy", "Microsoft.Xrm.Sdk"], references.Contracts);
    }

    [Fact]
    public void Officially_the_plugins_reference_the_core_assemblies_and_copy_nothing()
    {
        var references = Ask(Plugins, "Official");
        Assert.Equal(["Microsoft.CrmSdk.CoreAssemblies"], references.Packages);
        Assert.Empty(references.CopiedPackages);
        Assert.Empty(references.Contracts);
    }

    [Fact]
    public void Officially_the_workflow_activities_reference_the_workflow_package_as_well()
    {
        var references = Ask(Workflows, "Official");
        Assert.Equal(["Microsoft.CrmSdk.CoreAssemblies", "Microsoft.CrmSdk.Workflow"], references.Packages);
        Assert.Empty(references.CopiedPackages);
        Assert.Empty(references.Contracts);
    }

    [Fact]
    public void Officially_modern_dotnet_takes_the_client_and_keeps_the_contracts_that_no_package_offers()
    {
        var references = Ask(LocalDataverse, "Official");
        Assert.Equal(["Microsoft.PowerPlatform.Dataverse.Client"], references.Packages);
        Assert.Equal(
            ["Microsoft.Xrm.Sdk.Workflow", "System.Activities", "System.ServiceModel"], references.Contracts);
    }

    [Theory]
    [InlineData("net462", "Microsoft.CrmSdk.CoreAssemblies")]
    [InlineData("net10.0", "Microsoft.PowerPlatform.Dataverse.Client")]
    public void Officially_the_workflow_contract_stands_on_the_official_sdk(string framework, string package)
    {
        var references = Ask(
            "sdk/Microsoft.Xrm.Sdk.Workflow/Microsoft.Xrm.Sdk.Workflow.csproj",
            "Official",
            "-p:TargetFramework=" + framework);
        Assert.Equal([package], references.Packages);
        Assert.DoesNotContain("Microsoft.Xrm.Sdk", references.Contracts);
    }

    [Fact]
    public void The_second_opinion_takes_part_only_officially()
    {
        Assert.Equal("false", Ask(FakeXrmEasy, "Contracts").Property("IsTestProject"));
        Assert.Empty(Ask(FakeXrmEasy, "Contracts").Packages);
        Assert.Equal("true", Ask(FakeXrmEasy, "Official").Property("IsTestProject"));
    }

    [Fact]
    public void The_second_opinion_runs_on_the_assemblies_of_the_client()
    {
        Assert.Equal(
            ["FakeXrmEasy.9", "Microsoft.PowerPlatform.Dataverse.Client"], Ask(FakeXrmEasy, "Official").CopiedPackages);
    }

    [Theory]
    [InlineData("FakeXrmEasy.9", "1.58.1")]
    [InlineData("Microsoft.CrmSdk.CoreAssemblies", "9.0.2.60")]
    [InlineData("Microsoft.CrmSdk.Workflow", "9.0.2.60")]
    [InlineData("Microsoft.PowerPlatform.Dataverse.Client", "1.2.10")]
    public void The_versions_are_pinned(string package, string version)
    {
        Assert.Equal(version, Ask(FakeXrmEasy, "Official").VersionOf(package));
    }

    [Fact]
    public void Another_value_of_the_switch_is_refused_with_the_two_that_exist()
    {
        var build = MsBuild.Run(Plugins, "-t:CheckDataverseSdk", "-p:DataverseSdk=Offical");
        Assert.NotEqual(0, build.ExitCode);
        Assert.Contains(
            "DataverseSdk is 'Offical'. It must be Contracts (the default) or Official.", build.Output,
            System.StringComparison.Ordinal);
    }

    private static MsBuildResult Ask(string project, string sdk, params string[] arguments) =>
        MsBuild.Run(project,
        [
            "-getItem:PackageReference", "-getItem:ProjectReference", "-getItem:PackageVersion",
            "-getProperty:IsTestProject", "-p:DataverseSdk=" + sdk, .. arguments,
        ]);
}
