using System;
using System.Linq;
using Dataverse.Local.Metadata;
using Dataverse.Local.Query;
using Dataverse.Local.Store;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Dataverse.Local.Tests.Store;

/// <summary>A database with the platform's tables and short ways to fill and query it.</summary>
internal sealed class Rows : IDisposable
{
    public static readonly DateTime Now = new(2026, 3, 18, 14, 30, 0, DateTimeKind.Utc);

    public Rows(string? path = null)
    {
        Catalog = TableCatalog.OfPlatform();
        Database = Database.Open(path, Catalog, TimeSpan.FromMilliseconds(200));
        Session = Database.OpenSession();
    }

    public TableCatalog Catalog { get; }

    public Database Database { get; }

    public Session Session { get; }

    public QueryContext Context { get; set; } = new() { Clock = new FixedClock(Now) };

    public Guid Add(string table, params (string Column, object Value)[] values)
    {
        Entity row = new(table, Guid.NewGuid());
        foreach ((string column, object value) in values) row[column] = value;
        Session.Insert(Catalog.Get(table), row);
        return row.Id;
    }

    public int Count(string table) => Select(new QueryExpression(table)).Entities.Count;

    public EntityCollection Select(QueryBase query) => Session.Select(QueryReader.Read(query, Catalog), Context);

    public EntityCollection Fetch(string fetchXml) => Select(new FetchExpression(fetchXml));

    /// <summary>Names of the accounts that pass a FetchXML filter, in order, joined by commas.</summary>
    public string AccountsWhere(string conditions) => string.Join(",", Fetch(
        $"<fetch><entity name='account'><attribute name='name'/><order attribute='name'/><filter>{conditions}</filter>"
        + "</entity></fetch>").Entities.Select(e => e.GetAttributeValue<string>("name")));

    public void Dispose()
    {
        Session.Dispose();
        Database.Dispose();
    }
}
