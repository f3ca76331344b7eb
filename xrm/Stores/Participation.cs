using System;
using System.Collections.Generic;
using System.Linq;
using CrmExtensions.Domain;
using CrmExtensions.Domain.Loyalty;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Xrm.Stores;

/// <summary>A programme that may pay now, and how a customer stands to it.</summary>
internal sealed record Participation
{
    public RunningProgramme Programme { get; init; } = new();

    /// <summary>Null for a customer who would have to be enrolled.</summary>
    public Membership? Member { get; init; }

    /// <summary>Other active members of the same customer, left by a merge of customers.</summary>
    public IReadOnlyList<Guid> DuplicateIds { get; init; } = Array.Empty<Guid>();

    /// <summary>Active members of the customer whose rows do not hold what the ledger wrote.</summary>
    public IReadOnlyList<Guid> DamagedIds { get; init; } = Array.Empty<Guid>();

    /// <summary>Known for members only; whoever enrols reads the customer anyway.</summary>
    public bool MemberIsExcluded { get; init; }

    /// <summary>Who earns where that is not the orderer.</summary>
    public EntityReference? Beneficiary { get; init; }

    /// <summary>Of the programme's currency; null for the base currency.</summary>
    public decimal? CurrencyRate { get; init; }

    public RuleBook Rules { get; init; } = RuleBook.Empty;

    public Guid ProgrammeId => Programme.Settings.Id;

    /// <param name="members">Of this programme and one customer, whoever stays first.</param>
    public Participation With(IReadOnlyList<Membership> members) => this with
    {
        Member = members.FirstOrDefault(),
        DuplicateIds = members.Skip(1).Where(member => member.IsActive).Select(member => member.Id).ToArray(),
        DamagedIds = members.Where(member => member.IsActive && member.IsDamaged)
            .Select(member => member.Id)
            .ToArray(),
    };

    public Day DayOf(DateTime utc) => Programme.Today(DateTime.SpecifyKind(utc, DateTimeKind.Utc));

    /// <summary>Null where only the base currency takes part.</summary>
    public CurrencyRates? RatesFor(PurchaseDocument document) =>
        CurrencyRate is null && document.ExchangeRate == 1m
            ? null
            : new CurrencyRates
            {
                Document = decimal.Round(document.ExchangeRate, CurrencyRates.Decimals),
                Programme = decimal.Round(CurrencyRate ?? 1m, CurrencyRates.Decimals),
            };

    /// <summary>Whoever is enrolled by a purchase joins with it.</summary>
    public Earner EarnerWith(Membership? member) => new()
    {
        JoinedOn = member?.JoinedOn is { } joined ? DayOf(joined) : default,
        Tier = member?.Tier,
    };
}
