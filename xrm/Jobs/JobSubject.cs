using System;

namespace CrmExtensions.Xrm.Jobs;

/// <summary>A row that a slice works on, with the cursor that continues behind it.</summary>
internal sealed class JobSubject
{
    public JobSubject(Guid id, string cursor)
    {
        Id = id;
        Cursor = cursor;
    }

    public Guid Id { get; }

    public string Cursor { get; }

    /// <summary>Read, but nothing to do: the cursor passes it without a request.</summary>
    public bool IsPassedOver { get; init; }
}
