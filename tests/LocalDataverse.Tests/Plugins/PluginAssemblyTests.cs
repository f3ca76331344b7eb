using System;
using Dataverse.Local.Pipeline;
using Dataverse.Local.Plugins;
using Microsoft.Xrm.Sdk;

namespace Dataverse.Local.Tests.Plugins;

public sealed class PluginAssemblyTests : IDisposable
{
    private readonly TestEnvironment _environment = new();

    public void Dispose() => _environment.Dispose();

    [Fact]
    public void Name_and_version_are_read_from_the_dll()
    {
        PluginAssembly assembly = _environment.Dataverse.RegisterAssembly(TestEnvironment.PluginBytes);

        Assert.Equal("LocalDataverse.Tests.Plugins", assembly.Name);
        Assert.Equal("1.2.3.4", assembly.Version);
    }

    [Fact]
    public void A_replaced_assembly_starts_with_new_instances()
    {
        _environment.On("Create", "account", Stage.PreOperation, "CountRuns");
        _environment.CreateAccount();
        _environment.Dataverse.RegisterAssembly(TestEnvironment.PluginBytes);

        Assert.Contains("| run 1\n", _environment.Traced(() => _environment.CreateAccount()), StringComparison.Ordinal);
    }

    [Fact]
    public void Two_environments_do_not_share_plugin_instances()
    {
        using TestEnvironment other = new();
        foreach (TestEnvironment environment in new[] { _environment, other })
        {
            environment.On("Create", "account", Stage.PreOperation, "CountRuns");
            Assert.Contains(
                "| run 1\n",
                environment.Traced(() => environment.CreateAccount()),
                StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Environments_with_one_cache_load_a_dll_once_and_make_instances_of_their_own()
    {
        PluginCache cache = new();
        using TestEnvironment one = new(clock => new LocalDataverseOptions { Clock = clock, Plugins = cache });
        Type before = TypeIn(one);
        using (TestEnvironment two = new(clock => new LocalDataverseOptions { Clock = clock, Plugins = cache }))
        {
            Assert.Same(before, TypeIn(two));
            two.On("Create", "account", Stage.PreOperation, "CountRuns");
            two.CreateAccount();
        }

        one.On("Create", "account", Stage.PreOperation, "CountRuns");
        Assert.Contains("| run 1\n", one.Traced(() => one.CreateAccount()), StringComparison.Ordinal);
        Assert.NotSame(before, TypeIn(_environment));
    }

    [Fact]
    public void The_contract_that_a_plugin_was_compiled_against_is_the_hosts()
    {
        Type plugin = _environment.Dataverse.Engine.Plugins.TypeOf("TestPlugins.CountRuns");

        Assert.True(typeof(IPlugin).IsAssignableFrom(plugin));
        Assert.Equal("v4.0.30319", plugin.Assembly.ImageRuntimeVersion);
    }

    private static Type TypeIn(TestEnvironment environment) =>
        environment.Dataverse.Engine.Plugins.TypeOf("TestPlugins.CountRuns");
}
