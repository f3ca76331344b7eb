using System;
using System.Linq;
using Dataverse.Local.Limits;
using Dataverse.Local.Metadata;
using Dataverse.Local.Pipeline;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;
using Microsoft.Xrm.Sdk.Query;

namespace Dataverse.Local.Tests.Limits;

public class CountLimitTests
{
    private const int AggregateLimit = -2147164125;
    private const int TooDeep = unchecked((int)0x80044182);

    [Theory]
    [InlineData("7", true)]
    [InlineData("8", false)]
    public void Eight_requests_within_each_other_pass_the_ninth_is_a_loop(string name, bool passes)
    {
        using TestEnvironment environment = With(new PlatformLimits());
        environment.On("Create", "account", Stage.PostOperation, "Wait", "- again");

        if (passes)
        {
            environment.CreateAccount(name);
            Assert.Equal(8, environment.Count("account"));
        }
        else
        {
            Assert.Equal(TooDeep, TestEnvironment.FaultOf(() => environment.CreateAccount(name)).ErrorCode);
        }
    }

    [Fact]
    public void Without_a_limit_requests_go_deeper()
    {
        using TestEnvironment environment = With(new PlatformLimits { Depth = null });
        environment.On("Create", "account", Stage.PostOperation, "Wait", "- again");

        environment.CreateAccount("12");

        Assert.Equal(13, environment.Count("account"));
    }

    [Theory]
    [InlineData(50_000, 0)]
    [InlineData(50_001, AggregateLimit)]
    public void Fifty_thousand_rows_are_the_most_behind_an_aggregate(int rows, int refusal)
    {
        using TestEnvironment environment = With(new PlatformLimits());
        Fill(environment, rows);

        if (refusal == 0)
        {
            Assert.Equal(rows, Total(environment));
        }
        else
        {
            Assert.Equal(refusal, TestEnvironment.FaultOf(() => Total(environment)).ErrorCode);
        }
    }

    [Fact]
    public void Without_a_limit_any_number_of_rows_is_aggregated_unless_the_query_says_less()
    {
        using TestEnvironment environment = With(new PlatformLimits { AggregateRows = null });
        Fill(environment, 50_001);

        Assert.Equal(50_001, Total(environment));
        Assert.Equal(
            AggregateLimit, TestEnvironment.FaultOf(() => Total(environment, "aggregatelimit='50000'")).ErrorCode);
    }

    [Fact]
    public void A_page_has_five_thousand_rows_at_most()
    {
        using TestEnvironment environment = With(new PlatformLimits());
        Fill(environment, 5001);

        EntityCollection first = Page(environment, 6000, 1, null);
        EntityCollection second = Page(environment, 6000, 2, first.PagingCookie);

        Assert.Equal((5000, true), (first.Entities.Count, first.MoreRecords));
        Assert.Equal((1, false), (second.Entities.Count, second.MoreRecords));
    }

    [Fact]
    public void Sums_are_handed_out_in_pages_too_and_all_rows_behind_them_count()
    {
        const string Groups = "<fetch aggregate='true' {0}><entity name='account'>"
            + "<attribute name='name' alias='name' groupby='true' />"
            + "<attribute name='accountid' alias='rows' aggregate='count' />"
            + "<order alias='name' /></entity></fetch>";
        using TestEnvironment environment = With(new PlatformLimits { PageRows = 3 });
        foreach (string name in new[] { "A", "B", "C", "D", "D" }) environment.CreateAccount(name);

        EntityCollection page = Run("");

        Assert.Equal((3, true), (page.Entities.Count, page.MoreRecords));
        Assert.Equal(AggregateLimit, TestEnvironment.FaultOf(() => Run("aggregatelimit='4'")).ErrorCode);
        EntityCollection second = Run("count='3' page='2'");
        Assert.Equal((1, false), (second.Entities.Count, second.MoreRecords));

        EntityCollection Run(string attributes) => environment.Service.RetrieveMultiple(
            new FetchExpression(string.Format(System.Globalization.CultureInfo.InvariantCulture, Groups, attributes)));
    }

    [Fact]
    public void Without_a_limit_a_page_is_as_large_as_is_asked_for()
    {
        using TestEnvironment environment = With(new PlatformLimits { PageRows = null });
        Fill(environment, 5001);

        EntityCollection asked = Page(environment, 6000, 1, null);

        Assert.Equal((5001, false), (asked.Entities.Count, asked.MoreRecords));
        Assert.Equal(5000, Page(environment, 0, 1, null).Entities.Count);
    }

    [Fact]
    public void A_lower_limit_cuts_pages_with_and_without_a_cookie_alike()
    {
        using TestEnvironment environment = With(new PlatformLimits { PageRows = 3 });
        Fill(environment, 5);
        EntityCollection first = Page(environment, 0, 1, null);

        Assert.Equal(3, first.Entities.Count);
        Assert.Equal(
            Page(environment, 0, 2, first.PagingCookie).Entities.Select(row => row.Id),
            Page(environment, 0, 2, null).Entities.Select(row => row.Id));
    }

    [Theory]
    [InlineData("ExecuteMultiple")]
    [InlineData("ExecuteTransaction")]
    public void A_thousand_requests_are_the_most_in_a_batch(string message)
    {
        using TestEnvironment environment = With(new PlatformLimits());
        environment.Service.Execute(Batch(message, 1000));

        OrganizationServiceFault fault =
            TestEnvironment.FaultOf(() => environment.Service.Execute(Batch(message, 1001)));

        Assert.Equal($"{message} Request batch size exceeds the maximum batch size allowed.", fault.Message);
        Assert.Equal(1000, fault.ErrorDetails["MaxBatchSize"]);
    }

    [Theory]
    [InlineData("ExecuteMultiple")]
    [InlineData("ExecuteTransaction")]
    public void Without_a_limit_a_batch_has_any_size(string message)
    {
        using TestEnvironment environment =
            With(new PlatformLimits { BatchRequests = null, TransactionRequests = null });

        environment.Service.Execute(Batch(message, 1001));
    }

    private static TestEnvironment With(PlatformLimits limits) =>
        new(clock => new LocalDataverseOptions { Clock = clock, Limits = limits });

    private static OrganizationRequest Batch(string message, int size)
    {
        OrganizationRequestCollection requests = new();
        requests.AddRange(Enumerable.Repeat<OrganizationRequest>(new WhoAmIRequest(), size));
        return message == "ExecuteTransaction"
            ? new ExecuteTransactionRequest { Requests = requests }
            : new ExecuteMultipleRequest { Requests = requests, Settings = new ExecuteMultipleSettings() };
    }

    /// <summary>Rows of a table without logic, beside the pipeline, for speed.</summary>
    private static void Fill(TestEnvironment environment, int rows)
    {
        UnitOfWork unit = environment.Dataverse.Engine.Sessions.Rent();
        Table table = environment.Dataverse.Tables.Get("uomschedule");
        unit.Begin();
        for (int i = 0; i < rows; i++)
        {
            Entity row = new("uomschedule", Guid.NewGuid()) { ["name"] = "x" };
            row["uomscheduleid"] = row.Id;
            unit.Session.Insert(table, row);
        }

        unit.Commit();
        environment.Dataverse.Engine.Sessions.Return(unit);
    }

    private static int Total(TestEnvironment environment, string attributes = "")
    {
        string query = $"<fetch aggregate='true' {attributes}><entity name='uomschedule'>"
            + "<attribute name='uomscheduleid' aggregate='count' alias='n'/></entity></fetch>";
        Entity row = environment.Service.RetrieveMultiple(new FetchExpression(query)).Entities[0];
        return (int)row.GetAttributeValue<AliasedValue>("n").Value;
    }

    private static EntityCollection Page(TestEnvironment environment, int size, int number, string? cookie)
    {
        QueryExpression query = new("uomschedule") { ColumnSet = new ColumnSet("name") };
        query.PageInfo = new PagingInfo { Count = size, PageNumber = number, PagingCookie = cookie };
        return environment.Service.RetrieveMultiple(query);
    }
}
