using System;
using System.Collections.Generic;
using Dataverse.Local.Pipeline;
using Microsoft.Xrm.Sdk;

namespace Dataverse.Local.Sales;

/// <summary>
/// What the sales rules must remember within one transaction: the lines that a request has changed so far, and
/// which writes of a header are their own.
/// </summary>
internal sealed class SalesWork
{
    private readonly Dictionary<Operation, LineBatch> _batches = new(ReferenceEqualityComparer.Instance);

    /// <summary>Headers that the pricing itself is writing, with the sums of their lines.</summary>
    public Dictionary<Guid, LineSums> BeingPriced { get; } = [];

    /// <summary>Headers whose state is being set by the message that may.</summary>
    public HashSet<Guid> BeingClosed { get; } = [];

    /// <summary>Headers that are being deleted with their lines.</summary>
    public HashSet<Guid> BeingDeleted { get; } = [];

    /// <summary>Number of the quote revision that is being created; null outside of ReviseQuote.</summary>
    public int? RevisionBeingMade { get; set; }

    /// <summary>Decimals of the currencies seen so far.</summary>
    public Dictionary<Guid, int> Decimals { get; } = [];

    /// <summary>The batch of the request: one for all rows of a bulk message.</summary>
    public LineBatch BatchOf(Operation operation)
    {
        if (!_batches.TryGetValue(operation, out LineBatch? batch))
        {
            _batches.Add(operation, batch = new LineBatch());
        }

        return batch;
    }

    public void Finish(Operation operation) => _batches.Remove(operation);
}
