namespace CrmExtensions.Domain.Loyalty;

/// <summary>
/// Why points moved. The numbers are stored, and the name is part of the source key and of the hash: never
/// rename.
/// </summary>
public enum EntryKind
{
    /// <summary>A purchase reached the programme's milestone. Always more than 0 points.</summary>
    Earn = 0,

    /// <summary>A person or a workflow corrected the balance, with a reason. More or less than 0 points.</summary>
    Adjust = 1,

    /// <summary>An event without a purchase: birthday, anniversary, survey, review, referral, welcome. Above
    /// 0.</summary>
    Bonus = 2,

    /// <summary>Points were reserved for spending; committing them needs no second entry. Below 0.</summary>
    Redeem = 3,

    /// <summary>A reservation was released or a redemption reversed: its lots come back. Above 0.</summary>
    Release = 4,

    /// <summary>Goods came back: what they earned is taken back by the recorded breakdown. Below 0.</summary>
    Return = 5,

    /// <summary>A document changed after its award, or its lots got other dates. More or less than 0.</summary>
    Correction = 6,

    /// <summary>Lots passed their last day, or nobody was active for too long. Below 0.</summary>
    Expire = 7,

    /// <summary>Points given to another member. Below 0.</summary>
    TransferOut = 8,

    /// <summary>Points got from another member, with the dates that they had there. Above 0.</summary>
    TransferIn = 9,

    /// <summary>The whole balance leaves a duplicate member; above 0 only where that member owed points.</summary>
    MergeOut = 10,

    /// <summary>The counterpart on the member that stays; below 0 only where the duplicate owed points.</summary>
    MergeIn = 11,

    /// <summary>What is lost by leaving or by erasure. Below 0.</summary>
    Forfeit = 12,

    /// <summary>What was paid out in money on leaving. Below 0.</summary>
    PayOut = 13,

    /// <summary>A balance brought along from an old system, by lot. Above 0.</summary>
    Opening = 14,

    /// <summary>An import of opening balances was taken back. Below 0.</summary>
    OpeningReversal = 15,

    /// <summary>A difference that reconciliation found and a person confirmed. More or less than 0.</summary>
    Repair = 16,
}
