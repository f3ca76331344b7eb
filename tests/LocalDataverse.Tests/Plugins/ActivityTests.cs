using System;
using System.Collections.Generic;
using Dataverse.Local.Plugins;
using Microsoft.Xrm.Sdk;

namespace Dataverse.Local.Tests.Plugins;

public sealed class ActivityTests : IDisposable
{
    private readonly TestEnvironment _environment = new();

    public void Dispose() => _environment.Dispose();

    [Fact]
    public void An_activity_takes_inputs_uses_the_services_and_returns_outputs()
    {
        IDictionary<string, object> outputs = null!;

        string trace = _environment.Traced(() => outputs = Greet("Ada"));

        Assert.Equal("Hello Ada", outputs["Greeting"]);
        Assert.Equal(1, _environment.Count("task"));
        Assert.Contains("| greeting on account\n", trace, StringComparison.Ordinal);
    }

    [Fact]
    public void A_refusal_arrives_as_fault_and_takes_back_what_was_written()
    {
        OrganizationServiceFault fault = TestEnvironment.FaultOf(() => Greet("nobody"));

        Assert.Equal("Nobody is not greeted.", fault.Message);
        Assert.Equal(0, _environment.Count("task"));
    }

    [Fact]
    public void A_type_that_is_no_activity_is_refused()
    {
        OrganizationServiceFault fault = TestEnvironment.FaultOf(() => _environment.Dataverse.RunActivity(
            new ActivityCall { Type = "TestPlugins.CountRuns" }));

        Assert.Contains("CodeActivity", fault.Message, StringComparison.Ordinal);
    }

    private IDictionary<string, object> Greet(string name) => _environment.Dataverse.RunActivity(new ActivityCall
    {
        Type = "TestPlugins.GreetActivity",
        Target = new EntityReference("account", _environment.CreateAccount()),
        Inputs = new Dictionary<string, object> { ["Name"] = name },
    });
}
