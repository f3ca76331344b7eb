using CrmExtensions.Cli.Solution;
using CrmExtensions.Cli.Solution.Registration;

namespace CrmExtensions.Cli.Tests.Solution;

public sealed class RegistrationRulesTests
{
    private static readonly RegisteredStep Good = new("Update", "salesorder", 40)
    {
        Description = "Says why.",
        OnChangeOf = ["statecode"],
    };

    private static readonly RegisteredCustomApi GoodApi = new("con_Do", "Do", "Tun")
    {
        Description = "Does it.",
        DescriptionGerman = "Tut es.",
    };

    public static TheoryData<string, string> WrongSteps => new()
    {
        { "Win", "id of message Win is not known" },
        { "Table", "no logical name" },
        { "Stage", "stage 30" },
        { "AsyncEarly", "asynchronous step runs at stage PostOperation only" },
        { "Rank", "rank 0" },
        { "Silent", "no Description" },
        { "Unfiltered", "every update" },
        { "FilterOnCreate", "OnChangeOf works for Update only" },
        { "Column", "'StateCode' is no logical name" },
        { "PreImageOfCreate", "no row before Create" },
        { "PostImageBefore", "row after the change" },
    };

    [Theory]
    [MemberData(nameof(WrongSteps))]
    public void A_step_that_the_platform_refuses_is_found(string mistake, string problem)
    {
        RegisteredStep step = mistake switch
        {
            "Win" => new("Win", "opportunity", 40) { Description = "Says why." },
            "Table" => Good with { Table = "SalesOrder" },
            "Stage" => Good with { Stage = 30 },
            "AsyncEarly" => Good with { Stage = 20, Mode = 1 },
            "Rank" => Good with { Rank = 0 },
            "Silent" => Good with { Description = " " },
            "Unfiltered" => Good with { OnChangeOf = [] },
            "FilterOnCreate" => Good with { Message = "Create" },
            "Column" => Good with { OnChangeOf = ["StateCode"] },
            "PreImageOfCreate" => Good with { Message = "Create", OnChangeOf = [], PreImage = ["name"] },
            _ => Good with { Stage = 20, PostImage = ["name"] },
        };

        Assert.Contains(problem, Assert.Single(Check(Plugin(step))).Problem);
    }

    [Fact]
    public void A_correct_plugin_has_no_findings() => Assert.Empty(Check(Plugin(Good) with { CustomApi = GoodApi }));

    [Fact]
    public void The_same_event_twice_on_one_class_has_one_id_and_is_found() =>
        Assert.Contains(Check(Plugin(Good, Good with { Rank = 2 })), finding => finding.Problem == "is declared twice");

    [Fact]
    public void Two_steps_of_one_rank_run_in_no_defined_order()
    {
        Finding finding = Assert.Single(Check(Plugin(Good), Plugin(Good) with { FullName = "Contoso.B" }));

        Assert.Equal("A, B", finding.Place);
        Assert.Contains("no defined order", finding.Problem);
    }

    [Theory]
    [InlineData("prefix", "lacks the publisher's prefix")]
    [InlineData("german", "English or German")]
    [InlineData("function", "needs a response property")]
    [InlineData("twice", "X is declared twice")]
    [InlineData("type", "type 13")]
    [InlineData("table", "names a table but is no row")]
    [InlineData("label", "X lacks a display name")]
    public void A_custom_api_that_the_platform_refuses_is_found(string mistake, string problem)
    {
        RegisteredParameter parameter = new("X", 7, "X", "X");
        RegisteredCustomApi api = mistake switch
        {
            "prefix" => GoodApi with { UniqueName = "Do" },
            "german" => GoodApi with { DescriptionGerman = "" },
            "function" => GoodApi with { IsFunction = true },
            "twice" => GoodApi with { Parameters = [parameter, parameter] },
            "type" => GoodApi with { Parameters = [parameter with { Type = 13 }] },
            "table" => GoodApi with { Properties = [parameter with { Table = "account" }] },
            _ => GoodApi with { Properties = [parameter with { DisplayNameGerman = "" }] },
        };

        Assert.Contains(problem, Assert.Single(Check(Plugin() with { CustomApi = api })).Problem);
    }

    [Theory]
    [InlineData("private", "not public")]
    [InlineData("step", "no IPlugin")]
    [InlineData("ungrouped", "without a group")]
    [InlineData("group", "no CodeActivity")]
    public void A_class_of_the_wrong_kind_is_found(string mistake, string problem)
    {
        RegisteredType plugin = Plugin(Good);
        RegisteredType type = mistake switch
        {
            "private" => plugin with { IsPublic = false },
            "step" => plugin with { IsPlugin = false },
            "ungrouped" => new RegisteredType("Contoso.A") { IsPublic = true, IsActivity = true },
            _ => plugin with { ActivityGroup = "Things" },
        };

        Assert.Contains(problem, Assert.Single(Check(type)).Problem);
    }

    private static RegisteredType Plugin(params RegisteredStep[] steps) =>
        new("Contoso.A") { IsPublic = true, IsPlugin = true, Steps = steps };

    private static List<Finding> Check(params RegisteredType[] types) =>
        [.. RegistrationRules.Check(
            new RegisteredAssembly(
                "Contoso", "Contoso, PublicKeyToken=0123456789abcdef", "1.0.0.0", "") { Types = types })];
}
