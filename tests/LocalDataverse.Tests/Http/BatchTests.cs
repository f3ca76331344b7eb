using System;
using System.Globalization;
using System.Linq;
using System.Text;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Dataverse.Local.Tests.Http;

/// <summary>Several requests in one: each on its own, or as a change set that succeeds or fails as a whole.</summary>
public sealed class BatchTests : IDisposable
{
    private readonly ServedEnvironment _served = new();

    public void Dispose() => _served.Dispose();

    [Fact]
    public void Requests_are_answered_in_their_order()
    {
        ServedEnvironment.Answer answer = _served.Batch(Alone(
            Create("accounts", """{"name":"One"}"""),
            "GET accounts?$select=name HTTP/1.1\nAccept: application/json\n",
            $"GET {_served.Api}accounts/$count HTTP/1.1\n"));

        Assert.Equal(200, answer.Status);
        Assert.Equal([204, 200, 200], Statuses(answer));
        Assert.Contains("\"name\":\"One\"", answer.Text, StringComparison.Ordinal);
        Assert.Contains("OData-EntityId: " + _served.Api + "accounts(", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void It_stops_behind_a_failure()
    {
        ServedEnvironment.Answer answer = _served.Batch(Alone(
            Create("accounts", """{"name":"One"}"""), Create("accounts", """{"wrong":1}"""),
            Create("accounts", """{"name":"Three"}""")));

        Assert.Equal(400, answer.Status);
        Assert.Equal([204, 400], Statuses(answer));
        Assert.Equal(["One"], Names());
    }

    [Fact]
    public void It_goes_on_if_asked_to()
    {
        ServedEnvironment.Answer answer = _served.Batch(
            Alone(
                Create("accounts", """{"name":"One"}"""), Create("accounts", """{"wrong":1}"""),
                Create("accounts", """{"name":"Three"}""")),
            "Prefer: odata.continue-on-error");

        Assert.Equal(200, answer.Status);
        Assert.Equal([204, 400, 204], Statuses(answer));
        Assert.Equal(["One", "Three"], Names());
    }

    [Fact]
    public void A_change_set_is_one_transaction()
    {
        ServedEnvironment.Answer answer = _served.Batch(ChangeSet(
            Create("accounts", """{"name":"One"}"""), Create("accounts", """{"name":"Two"}"""),
            Create("accounts", """{"wrong":1}""")));

        Assert.Equal(400, answer.Status);
        Assert.Equal([400], Statuses(answer));
        Assert.Contains("Content-ID: 3", answer.Text, StringComparison.Ordinal);
        Assert.Empty(Names());
        _served.Service.Create(new Entity("account") { ["name"] = "Later" });
        Assert.Equal(["Later"], Names());
    }

    [Fact]
    public void Later_requests_of_a_change_set_name_earlier_rows_by_their_content_id()
    {
        ServedEnvironment.Answer answer = _served.Batch(ChangeSet(
            Create("/api/data/v9.2/accounts", """{"name":"Parent"}"""),
            Create("contacts", """{"lastname":"Child","parentcustomerid_account@odata.bind":"$1"}"""),
            "PUT $2/firstname HTTP/1.1\nContent-Type: application/json\n\n{\"value\":\"Erika\"}",
            "PATCH $1 HTTP/1.1\nContent-Type: application/json\n\n{\"telephone1\":\"123\"}"));

        Assert.True(answer.Status == 200, answer.Text);
        Assert.Equal([204, 204, 204, 204], Statuses(answer));
        Entity contact = _served.Service.RetrieveMultiple(
            new QueryExpression("contact") { ColumnSet = new ColumnSet(true) }).Entities.Single();
        Entity account = _served.Service.RetrieveMultiple(
            new QueryExpression("account") { ColumnSet = new ColumnSet(true) }).Entities.Single();
        Assert.Equal("Erika", contact["firstname"]);
        Assert.Equal(account.Id, contact.GetAttributeValue<EntityReference>("parentcustomerid").Id);
        Assert.Equal("123", account["telephone1"]);
    }

    [Fact]
    public void A_row_that_is_only_to_be_created_does_not_break_its_change_set()
    {
        Guid id = Guid.NewGuid();
        string put = $"PATCH accounts({id}) HTTP/1.1\nIf-None-Match: *\nContent-Type: application/json\n\n"
            + """{"name":"New"}""";

        Assert.Equal([204], Statuses(_served.Batch(ChangeSet(put))));
        Assert.Equal([412], Statuses(_served.Batch(ChangeSet(put))));
        Assert.Equal(["New"], Names());
    }

    [Fact]
    public void A_caller_named_by_the_batch_counts_for_its_requests()
    {
        Guid user = _served.Environment.Dataverse.AddUser("Nobody");

        ServedEnvironment.Answer answer = _served.Batch(
            ChangeSet(Create("accounts", """{"name":"One"}""")), $"CallerObjectId: {user}");

        Assert.Equal([403], Statuses(answer));
    }

    [Theory]
    [InlineData("GET accounts HTTP/1.1\n")]
    [InlineData("nonsense\n")]
    public void What_cannot_be_in_a_change_set_is_refused(string part) =>
        Assert.Equal(400, _served.Batch(ChangeSet(part)).Status);

    [Fact]
    public void A_batch_in_a_batch_and_one_that_is_too_large_are_refused()
    {
        Assert.Equal([400], Statuses(_served.Batch(Alone("POST $batch HTTP/1.1\n"))));
        string[] many = [.. Enumerable.Repeat("GET WhoAmI HTTP/1.1\n", 1001)];
        Assert.Contains("1000", _served.Batch(Alone(many)).ErrorMessage, StringComparison.Ordinal);
        Assert.Equal(400, _served.Send("POST", "$batch", "{}").Status);
        Assert.Equal(405, _served.Send("GET", "$batch").Status);
    }

    private static string Create(string address, string json) =>
        $"POST {address} HTTP/1.1\nContent-Type: application/json; type=entry\n\n{json}";

    private static string Alone(params string[] requests)
    {
        StringBuilder text = new();
        foreach (string request in requests)
        {
            text.Append("--batch_1\nContent-Type: application/http\nContent-Transfer-Encoding: binary\n\n")
                .Append(request).Append('\n');
        }

        return text.Append("--batch_1--\n").ToString();
    }

    private static string ChangeSet(params string[] requests)
    {
        StringBuilder text = new("--batch_1\nContent-Type: multipart/mixed; boundary=changeset_1\n\n");
        for (int i = 0; i < requests.Length; i++)
        {
            text.Append("--changeset_1\nContent-Type: application/http\nContent-Transfer-Encoding: binary\n")
                .Append("Content-ID: ").Append(i + 1).Append("\n\n").Append(requests[i]).Append('\n');
        }

        return text.Append("--changeset_1--\n\n--batch_1--\n").ToString();
    }

    private static int[] Statuses(ServedEnvironment.Answer answer) => [.. answer.Text.Split("\r\n")
        .Where(line => line.StartsWith("HTTP/1.1 ", StringComparison.Ordinal))
        .Select(line => int.Parse(line.AsSpan(9, 3), CultureInfo.InvariantCulture))];

    private string[] Names() => [.. _served.Service
        .RetrieveMultiple(new QueryExpression("account") { ColumnSet = new ColumnSet("name") })
        .Entities.Select(row => row.GetAttributeValue<string>("name")).Order(StringComparer.Ordinal)];
}
