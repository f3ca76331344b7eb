using System;
using Dataverse.Local.Pipeline;
using Dataverse.Local.Query;
using Dataverse.Local.Security;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Dataverse.Local.Tests.Security;

/// <summary>Query in, SQL text out: what a reader's rights add to a query.</summary>
public sealed class FilterSqlTests : IDisposable
{
    private const string Shared = "\"account\".\"accountid\" IN (SELECT \"objectid\" FROM \"principalobjectaccess\" "
        + "WHERE \"principalid\" = ?N AND (coalesce(\"accessrightsmask\", 0) | "
        + "coalesce(\"inheritedaccessrightsmask\", 0)) & 1 = 1)";

    private readonly SecuredWorld _world = new();

    public void Dispose() => _world.Dispose();

    [Theory]
    [InlineData(PrivilegeDepth.Basic, "(\"account\".\"ownerid\" = ?N OR " + Shared + ")")]
    [InlineData(PrivilegeDepth.Local,
        "(\"account\".\"ownerid\" = ?N OR \"account\".\"owningbusinessunit\" = ?N OR " + Shared + ")")]
    public void A_depth_below_the_organisation_is_a_test_in_the_statement(PrivilegeDepth depth, string expected) =>
        Assert.Contains("\nWHERE " + expected, Sql(_world.User(depth, "prvReadAccount")), StringComparison.Ordinal);

    [Fact]
    public void Reading_the_whole_organisation_adds_nothing() => Assert.Equal(
        Sql(_world.Dataverse.AdministratorId), Sql(_world.User(PrivilegeDepth.Global, "prvReadAccount")));

    /// <summary>Parameter numbers are of no interest here: all are N.</summary>
    private string Sql(Guid user)
    {
        Engine engine = _world.Dataverse.Engine;
        UnitOfWork unit = engine.Sessions.Rent();
        try
        {
            Caller caller = new() { UserId = user, InitiatingUserId = user, Origin = RequestOrigin.Outside };
            Operation operation = new(
                engine, unit, caller, new MessageEvent("RetrieveMultiple", "account", new ParameterCollection()));
            AccessGate.Check(operation);
            SelectQuery query = QueryReader.Read(new QueryExpression("account"), engine.Tables);
            QueryContext context = operation.QueryContext(QueryAccess.Of(operation, query));
            string text = new SqlTranslator(query, context, engine.Tables, unit.Session.Plan).Translate().Text;
            return System.Text.RegularExpressions.Regex.Replace(text, "\\?[0-9]+", "?N");
        }
        finally
        {
            engine.Sessions.Return(unit);
        }
    }
}
