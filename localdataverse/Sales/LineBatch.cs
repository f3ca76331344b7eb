using System;
using System.Collections.Generic;
using Microsoft.Xrm.Sdk;

namespace Dataverse.Local.Sales;

/// <summary>Lines of one request: their headers, read once, and what they add to each.</summary>
internal sealed class LineBatch
{
    public Dictionary<Guid, Entity> Headers { get; } = [];

    public Dictionary<Guid, bool> ActivePriceLevels { get; } = [];

    public Dictionary<Guid, LineSums> Changes { get; } = [];

    /// <summary>Rows of the request that are written already.</summary>
    public int Written { get; set; }

    /// <summary>At least one of them could not be priced.</summary>
    public bool HasError { get; set; }

    public void Add(Guid? header, LineSums sums)
    {
        if (header is Guid id)
        {
            Changes[id] = Changes.GetValueOrDefault(id) + sums;
        }
    }
}
