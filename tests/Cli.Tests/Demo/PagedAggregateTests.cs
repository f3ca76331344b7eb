using System.Globalization;
using System.ServiceModel;
using System.Xml.Linq;
using CrmExtensions.Cli.Demo;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmExtensions.Cli.Tests.Demo;

public sealed class PagedAggregateTests
{
    private static readonly DateTime From = new(2025, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    [Fact]
    [Trait("Rule", "P05")]
    public void A_span_that_is_refused_is_halved_until_every_row_is_counted_once()
    {
        RowsInTime rows = new([.. Enumerable.Range(0, 1000).Select(i => From.AddSeconds(i * i))], limit: 64);
        PagedAggregate aggregate = new(rows, "salesorder", "<attribute name='salesorderid' alias='count' />");

        long counted = aggregate.Run(From, From.AddSeconds(1_000_000)).Sum(row => row.GetAttributeValue<int>("count"));

        Assert.Equal(1000, counted);
        Assert.True(rows.Refused > 0);
    }

    [Fact]
    public void More_rows_in_one_second_than_can_be_added_up_are_a_failure()
    {
        RowsInTime rows = new([.. Enumerable.Repeat(From, 65)], limit: 64);

        CommandException failure = Assert.Throws<CommandException>(() =>
            new PagedAggregate(rows, "salesorder", "").Run(From, From.AddHours(1)).Count());
        Assert.Contains("of salesorder were created at 2025-01-01T00:00:00", failure.Message);
    }

    /// <summary>
    /// Counts the rows of a span and refuses as the platform does, with a limit small enough for a test.
    /// </summary>
    private sealed class RowsInTime(DateTime[] created, int limit) : IOrganizationService
    {
        public int Refused { get; private set; }

        public EntityCollection RetrieveMultiple(QueryBase query)
        {
            XElement[] conditions = [.. XElement.Parse(((FetchExpression)query).Query).Descendants("condition")];
            DateTime from = Value(conditions, "ge");
            DateTime until = Value(conditions, "lt");
            int count = created.Count(on => on >= from && on < until);
            if (count <= limit) return new EntityCollection([new Entity { ["count"] = count }]);
            Refused++;
            throw new FaultException<OrganizationServiceFault>(
                new OrganizationServiceFault { ErrorCode = -2147164125 }, new FaultReason("too many rows"));
        }

        public Guid Create(Entity entity) => throw new NotSupportedException();

        public Entity Retrieve(string entityName, Guid id, ColumnSet columnSet) => throw new NotSupportedException();

        public void Update(Entity entity) => throw new NotSupportedException();

        public void Delete(string entityName, Guid id) => throw new NotSupportedException();

        public OrganizationResponse Execute(OrganizationRequest request) => throw new NotSupportedException();

        public void Associate(string entityName, Guid entityId, Relationship relationship,
            EntityReferenceCollection related) =>
            throw new NotSupportedException();

        public void Disassociate(
            string entityName, Guid entityId, Relationship relationship, EntityReferenceCollection related) =>
            throw new NotSupportedException();

        private static DateTime Value(XElement[] conditions, string name) =>
            DateTime.Parse(
                conditions.Single(condition => (string?)condition.Attribute("operator") == name)
                    .Attribute("value")!.Value,
                CultureInfo.InvariantCulture,
                DateTimeStyles.RoundtripKind);
    }
}
