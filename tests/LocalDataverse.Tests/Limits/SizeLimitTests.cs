using System;
using System.Linq;
using Dataverse.Local.Limits;
using Dataverse.Local.Pipeline;
using Microsoft.Xrm.Sdk;

namespace Dataverse.Local.Tests.Limits;

public class SizeLimitTests
{
    private const int Megabyte = 1024 * 1024;

    [Fact]
    public void The_defaults_are_those_of_the_cloud()
    {
        PlatformLimits limits = new();

        Assert.Equal(116.85, limits.MessageBytes!.Value / (double)Megabyte, 0.000001);
        Assert.Equal(10_240, limits.TraceCharacters);
        Assert.Equal(5 * Megabyte, limits.WebResourceBytes);
        Assert.Null(limits.ServiceProtection);
    }

    [Fact]
    public void A_message_that_is_too_large_does_not_reach_a_plugin()
    {
        using TestEnvironment environment = With(new PlatformLimits { MessageBytes = 2 * Megabyte });
        environment.On("Create", "webresource", Stage.PreOperation, "Wait", "-");

        OrganizationServiceFault fault = TestEnvironment.FaultOf(() => CreateResource(environment, 9 * Megabyte / 4));

        Assert.Equal(-2147220970, fault.ErrorCode);
        Assert.Equal(
            "Message size exceeded when sending context to Sandbox. Message size: 3.00 Mb", fault.Message);
        Assert.Equal(0, environment.Count("webresource"));
        CreateResource(environment, Megabyte);
    }

    [Fact]
    public void Where_no_plugin_is_registered_a_message_may_be_large()
    {
        using TestEnvironment environment = With(new PlatformLimits { MessageBytes = 2 * Megabyte });
        environment.On("Create", "account", Stage.PreOperation, "Wait", "-");

        CreateResource(environment, 9 * Megabyte / 4);

        Assert.Equal(1, environment.Count("webresource"));
    }

    [Fact]
    public void Switched_off_a_plugin_gets_what_is_large_too()
    {
        using TestEnvironment environment =
            With(new PlatformLimits { MessageBytes = null, WebResourceBytes = null });
        environment.On("Create", "webresource", Stage.PreOperation, "Wait", "-");

        CreateResource(environment, 6 * Megabyte);

        Assert.Equal(1, environment.Count("webresource"));
    }

    [Fact]
    public void Texts_count_in_utf8_and_files_in_base64()
    {
        Entity row = new("account") { ["name"] = new string('ä', 100), ["entityimage"] = new byte[300] };
        ParameterCollection input = new() { ["Target"] = row };

        Assert.Equal("Target".Length + 32 + "name".Length + 200 + "entityimage".Length + 400, MessageSize.Of(input));
    }

    [Fact]
    public void Five_megabytes_are_the_most_in_a_web_resource()
    {
        using TestEnvironment environment = With(new PlatformLimits());
        Guid id = CreateResource(environment, 5 * Megabyte);

        OrganizationServiceFault fault = TestEnvironment.FaultOf(() => CreateResource(environment, (5 * Megabyte) + 1));

        Assert.Equal(unchecked((int)0x8004f114), fault.ErrorCode);
        Assert.Equal("Webresource content size is too big.", fault.Message);
        Entity changed = new("webresource", id) { ["content"] = Content((5 * Megabyte) + 1) };
        Assert.Equal(fault.Message, TestEnvironment.FaultOf(() => environment.Service.Update(changed)).Message);
    }

    [Theory]
    [InlineData(10_239, 10_239, 10_240)]
    [InlineData(10_240, 10_239, 10_240)]
    [InlineData(30_000, 10_239, 10_240)]
    [InlineData(30_000, 30_000, null)]
    public void The_last_10240_characters_of_a_trace_are_kept(int traced, int kept, int? limit)
    {
        using TestEnvironment environment = With(new PlatformLimits { TraceCharacters = limit });
        environment.On("Create", "account", Stage.PostOperation, "Wait", $"- trace:{traced}:# fail");

        string text = TestEnvironment.FaultOf(() => environment.CreateAccount()).TraceText;

        Assert.Equal(kept, text.Count(character => character == '#'));
    }

    private static TestEnvironment With(PlatformLimits limits) =>
        new(clock => new LocalDataverseOptions { Clock = clock, Limits = limits });

    private static Guid CreateResource(TestEnvironment environment, int bytes) =>
        environment.Service.Create(new Entity("webresource")
        {
            ["name"] = "acme_/" + bytes + ".js",
            ["displayname"] = "Large",
            ["webresourcetype"] = new OptionSetValue(3),
            ["content"] = Content(bytes),
        });

    private static string Content(int bytes) => Convert.ToBase64String(new byte[bytes]);
}
