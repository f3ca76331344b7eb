using System;
using Dataverse.Local.Tests.Store;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Dataverse.Local.Tests.Query;

public sealed class PlanTests
{
    [Fact]
    public void Plans_use_indexes_for_names_lookups_and_ids()
    {
        using Rows rows = new();
        Guid id = rows.Add("account", ("name", "A"));
        rows.Add("contact", ("lastname", "x"), ("parentcustomerid", new EntityReference("account", id)));

        Assert.DoesNotContain("SCAN", Plan(rows, "<fetch><entity name='account'><filter>"
            + "<condition attribute='name' operator='like' value='A%'/></filter></entity></fetch>"),
                StringComparison.Ordinal);
        Assert.DoesNotContain("SCAN", Plan(rows, "<fetch><entity name='account'><filter>"
            + "<condition attribute='fax' operator='eq' value='A%'/></filter></entity></fetch>"),
                StringComparison.Ordinal);
        Assert.DoesNotContain("SCAN", Plan(rows, "<fetch><entity name='contact'><filter><condition "
            + $"attribute='parentcustomerid' operator='eq' value='{id}'/></filter></entity></fetch>"),
                StringComparison.Ordinal);
        Assert.DoesNotContain("TEMP B-TREE", Plan(rows, "<fetch count='50' page='1'><entity name='account'>"
            + "<attribute name='name'/><order attribute='name'/></entity></fetch>"), StringComparison.Ordinal);
        Assert.DoesNotContain("SCAN contact", Plan(rows, "<fetch><entity name='account'><link-entity name='contact' "
            + "from='parentcustomerid' to='accountid'/></entity></fetch>").Replace("\"", ""), StringComparison.Ordinal);
    }

    private static string Plan(Rows rows, string fetchXml)
    {
        Local.Query.SqlTranslator translator = new(
            Local.Query.QueryReader.Read(new FetchExpression(fetchXml), rows.Catalog), rows.Context, rows.Catalog,
            rows.Session.Plan);
        Local.Store.Statement explain = rows.Session.Connection.Prepare(
            "EXPLAIN QUERY PLAN " + translator.Translate().Text);
        System.Text.StringBuilder plan = new();
        while (explain.Step()) plan.AppendLine(explain.Text8(3));
        explain.Reset();
        return plan.ToString();
    }
}
