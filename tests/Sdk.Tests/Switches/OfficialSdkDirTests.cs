using System;
using System.IO;

namespace Sdk.Tests.Switches;

public sealed class OfficialSdkDirTests : IDisposable
{
    private static readonly string[] Files =
        ["Microsoft.Xrm.Sdk.dll", "Microsoft.Crm.Sdk.Proxy.dll", "Microsoft.Xrm.Sdk.Workflow.dll"];

    private readonly DirectoryInfo _official = Directory.CreateTempSubdirectory("official");
    private readonly DirectoryInfo _output = Directory.CreateTempSubdirectory("output");

    public OfficialSdkDirTests()
    {
        foreach (var file in Files)
        {
            Write(_official, file, "official");
            Write(_output, file, "contract");
        }
    }

    public void Dispose()
    {
        _official.Delete(recursive: true);
        _output.Delete(recursive: true);
    }

    [Fact]
    public void The_official_assemblies_replace_the_contracts_in_the_output_of_a_test_project()
    {
        var build = CopyInto("tests/Sdk.Tests/Sdk.Tests.csproj");
        Assert.True(build.ExitCode == 0, build.Output);
        Assert.All(Files, file => Assert.Equal("official", Read(file)));
    }

    [Fact]
    public void Only_tests_run_on_them()
    {
        var build = CopyInto("localdataverse/LocalDataverse.csproj");
        Assert.True(build.ExitCode == 0, build.Output);
        Assert.All(Files, file => Assert.Equal("contract", Read(file)));
    }

    [Theory]
    [InlineData("Microsoft.Xrm.Sdk.dll")]
    [InlineData("Microsoft.Crm.Sdk.Proxy.dll")]
    [InlineData("Microsoft.Xrm.Sdk.Workflow.dll")]
    public void A_missing_assembly_is_named_and_nothing_is_replaced(string missing)
    {
        File.Delete(Path.Combine(_official.FullName, missing));
        var build = CopyInto("tests/Sdk.Tests/Sdk.Tests.csproj");
        Assert.NotEqual(0, build.ExitCode);
        Assert.Contains($"lacks {missing}.", build.Output, StringComparison.Ordinal);
        Assert.All(Files, file => Assert.Equal("contract", Read(file)));
    }

    private MsBuildResult CopyInto(string project) => MsBuild.Run(
        project,
        "-t:UseOfficialSdkFiles",
        "-p:OfficialSdkDir=" + _official.FullName,
        "-p:OutDir=" + _output.FullName + "/");

    private string Read(string file) => File.ReadAllText(Path.Combine(_output.FullName, file));

    private static void Write(DirectoryInfo folder, string file, string content) =>
        File.WriteAllText(Path.Combine(folder.FullName, file), content);
}
