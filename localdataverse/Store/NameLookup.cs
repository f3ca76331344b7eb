using System;
using System.Collections.Generic;
using Dataverse.Local.Metadata;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Dataverse.Local.Store;

/// <summary>Names of referenced rows for one result, each looked up once.</summary>
internal sealed class NameLookup
{
    private readonly Session _session;
    private readonly Dictionary<Guid, string?> _names = new();
    private readonly Dictionary<Guid, Currency?> _currencies = new();

    public NameLookup(Session session) => _session = session;

    public string? NameOf(EntityReference reference)
    {
        if (_names.TryGetValue(reference.Id, out string? name)) return name;
        if (_session.Catalog.Find(reference.LogicalName) is { } table) name = _session.NameOf(table, reference.Id);
        _names.Add(reference.Id, name);
        return name;
    }

    public Currency? CurrencyOf(Guid id)
    {
        if (_currencies.TryGetValue(id, out Currency? currency)) return currency;
        currency = Read(id);
        _currencies.Add(id, currency);
        return currency;
    }

    private Currency? Read(Guid id)
    {
        TablePlan plan = _session.Plan(_session.Catalog.Get("transactioncurrency"));
        StoredColumn symbol = plan.Get("currencysymbol");
        StoredColumn decimals = plan.Get("currencyprecision");
        Statement find = _session.Connection.Prepare(
            $"SELECT /* currency */ {symbol.Sql}, {decimals.Sql} FROM {plan.Sql} WHERE {plan.Id.Sql} = ?1");
        find.Bind(1, id);
        Currency? currency = null;
        if (find.Step()) currency = new(find.IsNull(0) ? "" : find.Text8(0), find.IsNull(1) ? 2 : (int)find.Long(1));
        find.Reset();
        return currency;
    }
}
