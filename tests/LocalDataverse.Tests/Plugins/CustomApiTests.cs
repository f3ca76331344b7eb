using System;
using Dataverse.Local.Pipeline;
using Microsoft.Xrm.Sdk;

namespace Dataverse.Local.Tests.Plugins;

public sealed class CustomApiTests : IDisposable
{
    private readonly TestEnvironment _environment = new();

    public CustomApiTests()
    {
        _environment.Dataverse.RegisterCustomApi(new CustomApi
        {
            UniqueName = "test_Add",
            PluginType = "TestPlugins.AddNumbers",
            Parameters =
            [
                new CustomApiParameter { UniqueName = "A", Type = CustomApiParameterType.Integer },
                new CustomApiParameter { UniqueName = "B", Type = CustomApiParameterType.Integer },
                new CustomApiParameter
                {
                    UniqueName = "Wrong",
                    Type = CustomApiParameterType.Boolean,
                    IsOptional = true,
                },
            ],
            Results = [new CustomApiParameter { UniqueName = "Sum", Type = CustomApiParameterType.Integer }],
        });
    }

    public void Dispose() => _environment.Dispose();

    [Fact]
    public void The_plugin_is_the_main_operation_and_its_output_the_response()
    {
        Assert.Equal(42, Call(("A", 40), ("B", 2))["Sum"]);
    }

    [Fact]
    public void A_missing_required_parameter_is_refused_by_name()
    {
        OrganizationServiceFault fault = TestEnvironment.FaultOf(() => Call(("A", 1)));

        Assert.Equal("Required field 'B' is missing for the request 'test_Add'.", fault.Message);
    }

    [Fact]
    public void A_parameter_of_another_type_or_name_is_refused()
    {
        Assert.Contains(
            "'B'",
            TestEnvironment.FaultOf(() => Call(("A", 1), ("B", "2"))).Message,
            StringComparison.Ordinal);
        Assert.Contains(
            "'C'", TestEnvironment.FaultOf(() => Call(("A", 1), ("B", 2), ("C", 3))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_result_of_another_type_is_refused()
    {
        Assert.Contains(
            "'Sum'",
            TestEnvironment.FaultOf(() => Call(("A", 1), ("B", 2), ("Wrong", true))).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Steps_may_listen_to_a_custom_api()
    {
        _environment.Dataverse.RegisterStep(new Step
        {
            PluginType = "TestPlugins.DescribeContext",
            Message = "test_Add",
            Stage = Stage.PostOperation,
        });

        string trace = _environment.Traced(() => Call(("A", 1), ("B", 2)));

        Assert.Contains("| test_Add none stage 40", trace, StringComparison.Ordinal);
        Assert.Contains("| output Sum\n", trace, StringComparison.Ordinal);
    }

    private OrganizationResponse Call(params (string Name, object Value)[] parameters)
    {
        OrganizationRequest request = new("test_Add");
        foreach ((string name, object value) in parameters)
        {
            request[name] = value;
        }

        return _environment.Service.Execute(request);
    }
}
