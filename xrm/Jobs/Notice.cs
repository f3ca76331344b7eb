using System;
using CrmExtensions.Domain;
using CrmExtensions.Domain.Loyalty;
using CrmExtensions.Xrm.Texts;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Xrm.Jobs;

/// <summary>What the people in charge are told about one customer: a task, or an email that a person sends.</summary>
internal sealed class Notice
{
    /// <summary>Follows from what is told, so that it is told once.</summary>
    public Guid Id { get; init; }

    public NoticeKind Kind { get; init; }

    public EntityReference Customer { get; init; } = new();

    /// <summary>Null: whoever the job runs as.</summary>
    public EntityReference? Owner { get; init; }

    public UserText Subject { get; init; }

    public UserText Body { get; init; }

    /// <summary>Of both texts.</summary>
    public object[] Values { get; init; } = Array.Empty<object>();

    /// <summary>Until when it should be done.</summary>
    public Day DueOn { get; init; }
}
