using System;
using Dataverse.Local.Limits;
using Dataverse.Local.Metadata;

namespace Dataverse.Local.Query;

/// <summary>On whose behalf rows are read: decides "me" and "today" in conditions, and how values are
/// formatted.</summary>
internal sealed class QueryContext
{
    private readonly int _locale;

    /// <summary>English, UTC, the machine's clock, nobody: for the engine's own reads.</summary>
    public static QueryContext Neutral { get; } = new();

    /// <summary>What the reader may see; null: everything.</summary>
    public IReadAccess? Access { get; private set; }

    public Guid UserId { get; init; }

    public Guid BusinessUnitId { get; init; }

    public Guid OrganizationId { get; init; }

    public TimeProvider Clock { get; init; } = TimeProvider.System;

    public PlatformLimits Limits { get; init; } = new();

    /// <summary>LCID of the labels in formatted values and of the order of choices.</summary>
    public int Language { get; init; } = LocalizedText.English;

    /// <summary>LCID of number and date formats; that of the labels unless set.</summary>
    public int Locale
    {
        get => _locale == 0 ? Language : _locale;
        init => _locale = value;
    }

    public TimeZoneInfo TimeZone { get; init; } = TimeZoneInfo.Utc;

    /// <summary>Currency of formatted <c>_base</c> columns and of sums; without one they have no symbol.</summary>
    public Guid BaseCurrencyId { get; init; }

    /// <summary>The same reader, who may see less.</summary>
    public QueryContext With(IReadAccess? access)
    {
        if (access is null) return this;
        QueryContext limited = (QueryContext)MemberwiseClone();
        limited.Access = access;
        return limited;
    }
}
