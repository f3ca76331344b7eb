using System.Collections.Generic;
using CrmExtensions.Domain;
using CrmExtensions.Domain.CrossSell;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Xrm.CrossSell;

/// <summary>An order as the catalogue of purchases sees it.</summary>
internal sealed class ReadOrder
{
    public string Number { get; init; } = "";

    /// <summary>Whose purchases may be known.</summary>
    public EntityReference? Customer { get; init; }

    /// <summary>Who ordered, and objects to profiling; <see cref="Customer"/> is null then.</summary>
    public EntityReference? Objector { get; init; }

    public Day On { get; init; }

    /// <summary>None while the order is not fulfilled.</summary>
    public IReadOnlyList<BasketLine> Lines { get; init; } = new BasketLine[0];

    /// <summary>Of every product of the order, also of what came back.</summary>
    public IReadOnlyDictionary<string, string> Names { get; init; } = new Dictionary<string, string>();

    /// <summary>After how many days customers usually buy these products again, as far as that is known.</summary>
    public IReadOnlyDictionary<string, decimal> UsualDays { get; init; } = new Dictionary<string, decimal>();

    /// <summary>The setting; null where it did not come along.</summary>
    public int? WindowDays { get; init; }
}
