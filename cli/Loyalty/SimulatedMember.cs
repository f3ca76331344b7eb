using System;
using System.Collections.Generic;
using CrmExtensions.Domain;
using CrmExtensions.Domain.Loyalty;

namespace CrmExtensions.Cli.Loyalty;

/// <summary>One customer in the replay: the head of its ledger, its tier and what it has got so far.</summary>
internal sealed class SimulatedMember(string customer, Guid id, Day joinedOn)
{
    public string Customer { get; } = customer;
    public Day JoinedOn { get; } = joinedOn;
    public MemberHead Head { get; set; } = MemberHead.Of(id);
    public TierStanding Standing { get; set; } = TierStanding.None;
    public Day LastActivityOn { get; set; } = joinedOn;

    /// <summary>Awards that may still be returned, the newest last.</summary>
    public List<SimulatedAward> Awards { get; } = [];

    public int Orders { get; set; }
    public decimal Revenue { get; set; }
    public long Redeemed { get; set; }
    public long Expired { get; set; }
    public long TakenBack { get; set; }

    /// <summary>Points by the rule that gave them.</summary>
    public Dictionary<string, long> Sources { get; } = new(StringComparer.Ordinal);

    public long Issued { get; private set; }

    public void Count(string source, long points)
    {
        Issued += points;
        Sources[source] = Sources.GetValueOrDefault(source) + points;
    }
}
