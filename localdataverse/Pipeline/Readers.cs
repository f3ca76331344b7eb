using System;
using System.Collections.Concurrent;
using Dataverse.Local.Metadata;
using Dataverse.Local.Query;
using Dataverse.Local.Store;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Dataverse.Local.Pipeline;

/// <summary>On whose behalf rows are read: language, formats, time zone and business unit of each user. Read once, and
/// again when a row of users or their settings has changed.</summary>
internal sealed class Readers
{
    private static readonly ColumnSet SettingColumns = new("timezonecode", "uilanguageid", "localeid");
    private static readonly ColumnSet UserColumns = new("businessunitid");

    private readonly ConcurrentDictionary<Guid, QueryContext> _known = new();
    private readonly LocalDataverseOptions _options;
    private readonly TableCatalog _tables;
    private readonly Identity _identity;
    private volatile object _age = new();

    public Readers(LocalDataverseOptions options, TableCatalog tables, Identity identity)
    {
        _options = options;
        _tables = tables;
        _identity = identity;
    }

    /// <summary>A user without settings (SYSTEM, application users) reads in the base language and in UTC.</summary>
    public QueryContext Of(Guid userId, UnitOfWork unit)
    {
        if (unit.HasNote<SettingsChanged>()) return Read(userId, unit.Session);
        if (_known.TryGetValue(userId, out QueryContext? known)) return known;
        object age = _age;
        QueryContext read = Read(userId, unit.Session);
        _known[userId] = read;
        if (age != _age) _known.TryRemove(userId, out _);
        return read;
    }

    /// <summary>Until the transaction ends its own requests read anew; from the commit on all do.</summary>
    public void Forget(UnitOfWork unit)
    {
        if (unit.HasNote<SettingsChanged>()) return;
        unit.Note<SettingsChanged>();
        unit.AfterCommit(ForgetAll);
    }

    /// <summary>Another environment on the same file has changed users or settings.</summary>
    public void ForgetAll()
    {
        _age = new object();
        _known.Clear();
    }

    private QueryContext Read(Guid userId, Session session)
    {
        Entity? settings = session.Find(_tables.Get("usersettings"), userId, SettingColumns);
        Entity? user = session.Find(_tables.Get("systemuser"), userId, UserColumns);
        int code = settings?.GetAttributeValue<int?>("timezonecode") ?? TimeZoneCode.Utc;
        int language = settings?.GetAttributeValue<int?>("uilanguageid") ?? 0;
        return new QueryContext
        {
            UserId = userId,
            BusinessUnitId = user?.GetAttributeValue<EntityReference>("businessunitid")?.Id
                ?? _identity.BusinessUnitId,
            OrganizationId = _identity.OrganizationId,
            BaseCurrencyId = _identity.BaseCurrencyId,
            Clock = _options.Clock,
            Limits = _options.Limits,
            Language = language == 0 ? _options.Languages[0] : language,
            Locale = settings?.GetAttributeValue<int?>("localeid") ?? 0,
            TimeZone = TimeZoneCode.Find(code)?.Zone ?? TimeZoneInfo.Utc,
        };
    }

    /// <summary>Stands in a transaction that has changed a user or settings.</summary>
    private sealed class SettingsChanged;
}
