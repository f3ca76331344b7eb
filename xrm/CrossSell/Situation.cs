using System;
using System.Collections.Generic;
using CrmExtensions.Domain;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Xrm.CrossSell;

/// <summary>What the caller may see of the customer and the document.</summary>
internal sealed class Situation
{
    public EntityReference? Customer { get; init; }

    public EntityReference? Document { get; init; }

    /// <summary>Its price list, otherwise the customer's; null where neither has one.</summary>
    public Guid? PriceListId { get; init; }

    /// <summary>False: nothing of it may be sold today.</summary>
    public bool IsPriceListValid { get; init; } = true;

    public bool IsEditable { get; init; } = true;

    public IReadOnlyList<string> Products { get; init; } = Array.Empty<string>();

    public IReadOnlyList<string> Families { get; init; } = Array.Empty<string>();
}
