using System;
using System.Collections.Generic;
using Microsoft.Xrm.Sdk;

namespace Dataverse.Local.Sales;

/// <summary>Lines of one request: their headers, read once, and what they add to each.</summary>
internal sealed class LineBatch
{
    public Dictionary<Guid, Entity> Headers { get; } = [];

    public Dictionary<Guid, LineSums> Changes { get; } = [];

    /// <summary>Rows of the request that are written already.</summary>
    public int Written { get; set; }

    public void Add(Guid header, LineSums sums) =>
        Changes[header] = Changes.GetValueOrDefault(header) + sums;
}
