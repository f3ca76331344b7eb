using System;
using System.Globalization;
using System.Linq;
using System.Text;
using Dataverse.Local.Http;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Dataverse.Local.Tests.Http;

/// <summary>The answers of a batch are kept until the last of them is there, so their sum is bounded.</summary>
public sealed class BatchBoundTests : IDisposable
{
    private const int MostBytes = 20_000;
    private const string Read = "GET accounts?$select=name HTTP/1.1\n\n";

    private readonly ServedEnvironment _served = new(new LocalServerOptions { MaxBatchAnswerBytes = MostBytes });

    public BatchBoundTests()
    {
        for (int row = 0; row < 40; row++)
            _served.Service.Create(new Entity("account") { ["name"] = new string('x', 100) });
    }

    public void Dispose() => _served.Dispose();

    [Fact]
    public void The_answer_that_does_not_fit_any_more_is_an_error_with_its_remedy_and_the_last_one()
    {
        ServedEnvironment.Answer answer = _served.Batch(
            Batch(Enumerable.Repeat(Read, 50)), "Prefer: odata.continue-on-error");

        Assert.Equal(400, answer.Status);
        Assert.Equal(413, Statuses(answer)[^1]);
        Assert.All(Statuses(answer)[..^1], status => Assert.Equal(200, status));
        Assert.InRange(answer.Text.Length, 1, 2 * MostBytes);
        Assert.Contains("exceed 20000 bytes", answer.Text, StringComparison.Ordinal);
        Assert.Contains("$select, $top", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_change_set_whose_answers_do_not_fit_is_undone()
    {
        string create = "POST accounts HTTP/1.1\nContent-Type: application/json\nPrefer: return=representation\n\n"
            + "{\"name\":\"New\",\"description\":\"" + new string('y', 1900) + "\"}\n";
        StringBuilder text = new("--batch_1\nContent-Type: multipart/mixed; boundary=changeset_1\n\n");
        for (int part = 1; part <= 20; part++) text.Append(Part("changeset_1", create, part));

        ServedEnvironment.Answer answer = _served.Batch(text.Append("--changeset_1--\n\n--batch_1--\n").ToString());

        Assert.Equal([413], Statuses(answer));
        QueryExpression made = new("account");
        made.Criteria.AddCondition("name", ConditionOperator.Equal, "New");
        Assert.Empty(_served.Service.RetrieveMultiple(made).Entities);
    }

    [Fact]
    public void A_batch_that_fits_is_answered_whole() =>
        Assert.Equal([200, 200], Statuses(_served.Batch(Batch(Enumerable.Repeat(Read, 2)))));

    private static string Batch(System.Collections.Generic.IEnumerable<string> requests) =>
        string.Concat(requests.Select(request => Part("batch_1", request, null))) + "--batch_1--\n";

    private static string Part(string boundary, string request, int? id) =>
        $"--{boundary}\nContent-Type: application/http\nContent-Transfer-Encoding: binary\n"
        + (id is null ? "" : string.Create(CultureInfo.InvariantCulture, $"Content-ID: {id}\n"))
        + "\n" + request + "\n";

    private static int[] Statuses(ServedEnvironment.Answer answer) => [.. answer.Text.Split("\r\n")
        .Where(line => line.StartsWith("HTTP/1.1 ", StringComparison.Ordinal))
        .Select(line => int.Parse(line.AsSpan(9, 3), CultureInfo.InvariantCulture))];
}
