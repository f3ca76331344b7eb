using System;
using System.Text.Json.Nodes;
using Dataverse.Local.Pipeline;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;

namespace Dataverse.Local.Tests.Http;

public sealed class OperationTests : IDisposable
{
    private readonly ServedEnvironment _served = new();

    public OperationTests()
    {
        Register("test_AddNumbers", isFunction: false);
        Register("test_SumOf", isFunction: true);
    }

    [Fact]
    public void A_custom_api_is_an_action_with_typed_parameters()
    {
        ServedEnvironment.Answer answer = _served.Send("POST", "test_AddNumbers", new { A = 2, B = 3 });

        Assert.Equal(200, answer.Status);
        Assert.Equal(5, (int)answer.Json["Sum"]!);
        Assert.EndsWith("#Microsoft.Dynamics.CRM.test_AddNumbersResponse", (string?)answer.Json["@odata.context"]);
    }

    [Theory]
    [InlineData("test_SumOf(A=2,B=40)")]
    [InlineData("test_SumOf(A=@a,B=@b)?@a=2&@b=40")]
    public void A_custom_api_that_is_a_function_takes_its_parameters_from_the_url(string address) =>
        Assert.Equal(42, (int)_served.Get(address)["Sum"]!);

    [Theory]
    [InlineData("""{"A":"two","B":3}""")]
    [InlineData("""{"A":2}""")]
    [InlineData("""{"A":2,"B":3,"C":4}""")]
    public void Parameters_that_do_not_fit_are_refused(string body) =>
        Assert.Equal(400, _served.Send("POST", "test_AddNumbers", body).Status);

    [Fact]
    public void Actions_are_posted_and_functions_are_got()
    {
        Assert.Equal(405, _served.Send("GET", "test_AddNumbers").Status);
        Assert.Equal(405, _served.Send("POST", "test_SumOf(A=1,B=1)").Status);
    }

    [Theory]
    [InlineData("WhoAmI")]
    [InlineData("WhoAmI()")]
    public void WhoAmI_names_the_administrator(string address)
    {
        JsonNode who = _served.Get(address);

        Assert.Equal(_served.Environment.Dataverse.AdministratorId.ToString(), (string?)who["UserId"]);
        Assert.Equal(_served.Environment.Dataverse.OrganizationId.ToString(), (string?)who["OrganizationId"]);
    }

    [Fact]
    public void A_user_is_asked_for_named_privileges_that_roles_give()
    {
        const string Role = "Reading Accounts";
        _served.Environment.Dataverse.AddRole(Role, PrivilegeDepth.Deep, "prvReadAccount");
        Guid user = _served.Environment.Dataverse.AddUser("Erika", Role);

        JsonNode answer = _served.Get($"systemusers({user})/Microsoft.Dynamics.CRM.RetrieveUserSetOfPrivilegesByNames"
            + "(PrivilegeNames=@names)?@names=[\"prvReadAccount\",\"prvWriteAccount\"]");

        JsonNode held = Assert.Single(answer["RolePrivileges"]!.AsArray())!;
        Assert.Equal("prvReadAccount", (string?)held["PrivilegeName"]);
        Assert.Equal("Deep", (string?)held["Depth"]);
    }

    [Fact]
    public void A_message_of_the_platform_that_is_no_operation_here_is_named()
    {
        ServedEnvironment.Answer answer = _served.Send("POST", "QualifyLead", new { Status = -1 });

        Assert.Equal(501, answer.Status);
        Assert.Contains("QualifyLead", answer.ErrorMessage, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("FulfillSalesOrder", 3)]
    [InlineData("CancelSalesOrder", 2)]
    public void An_order_is_closed_by_the_action_of_the_platform(string action, int state)
    {
        Guid order = _served.Service.Create(new Entity("salesorder") { ["name"] = "By hand" });

        ServedEnvironment.Answer answer = _served.Send("POST", action, $$"""
            {
              "OrderClose": { "subject": "Closed", "salesorderid@odata.bind": "/salesorders({{order}})" },
              "Status": -1
            }
            """);

        Assert.Equal(204, answer.Status);
        Assert.Equal(state, (int)_served.Get($"salesorders({order})?$select=statecode")["statecode"]!);
    }

    [Fact]
    public void The_version_is_that_of_the_environment() =>
        Assert.NotEmpty((string)_served.Get("RetrieveVersion()")["Version"]!);

    public void Dispose() => _served.Dispose();

    private void Register(string name, bool isFunction) => _served.Environment.Dataverse.RegisterCustomApi(new CustomApi
    {
        UniqueName = name,
        PluginType = "TestPlugins.AddNumbers",
        IsFunction = isFunction,
        Parameters =
        [
            new CustomApiParameter { UniqueName = "A", Type = CustomApiParameterType.Integer },
            new CustomApiParameter { UniqueName = "B", Type = CustomApiParameterType.Integer },
        ],
        Results = [new CustomApiParameter { UniqueName = "Sum", Type = CustomApiParameterType.Integer }],
    });
}
