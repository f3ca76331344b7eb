namespace CrmExtensions.Xrm.Texts;

/// <summary>What we tell users, by code. <see cref="UserTexts"/> has the words; the comments list the values.</summary>
internal enum UserText
{
    EntriesAreImmutable,
    EntriesComeFromTheLedgerOnly,
    HeadIsKeptByTheLedger,
    MemberStartsAtZero,
    MemberNeedsProgrammeAndCustomer,

    /// <summary>0: balance, 1: points asked for.</summary>
    BalanceTooLow,

    /// <summary>0: points that can be spent today, 1: points asked for.</summary>
    AvailableTooLow,

    BalanceOverflow,

    /// <summary>0: name of the posting result.</summary>
    EntryIsIncomplete,

    MemberIsMissing,
    MemberIsInactive,
    MemberIsErased,
    LedgerIsDamaged,
    MembersMustDiffer,
    OnlyActiveMembersMerge,
    MemberWasNotMerged,
    StayingMemberIsInactive,
    FirstCustomerIsGone,
    CustomerPointsAreKept,
    LedgerIsSound,

    /// <summary>0: place of the entry in the chain, 1: name of the fault.</summary>
    ChainIsBroken,

    ApprovalIsDecided,
    AnotherPersonConfirms,
    RepairIsOutdated,
    OneCustomerIsNeeded,
    ErasedName,
    ReservationIsOpen,

    /// <summary>0: what was asked for.</summary>
    FormatIsUnknown,

    CarriedIsNoTotal,
    ProgrammeDoesNotExist,
    PointsMustNotBeZero,

    /// <summary>0: limit, 1: points asked for.</summary>
    PointsAboveLimit,

    /// <summary>0: schema name of the variable, 1: its value.</summary>
    LimitIsNoNumber,

    ReasonIsUnknown,

    /// <summary>0: longest length.</summary>
    NoteIsTooLong,

    CustomerIsNoMember,
    CustomerIsInSeveralProgrammes,
    PointsMustBePositive,
    RewardOrDocument,

    /// <summary>0: name of the table.</summary>
    DocumentTableIsUnknown,

    DocumentIsMissing,

    /// <summary>0: its number.</summary>
    DocumentIsClosed,

    /// <summary>0: its number.</summary>
    DocumentIsOfAnotherCustomer,

    /// <summary>0: points that can be spent now, 1: points asked for.</summary>
    PointsAreNotAvailable,

    /// <summary>0: most money that points may pay.</summary>
    NothingIsPayable,

    /// <summary>0: fewest points.</summary>
    TooFewPointsToRedeem,

    RewardIsNotOffered,
    RewardIsNotValidToday,
    RewardIsOutOfStock,
    RedemptionIsMissing,
    ReservationHasRunOut,
    RedemptionWasReleased,
    RedemptionWasReversed,
    VoucherWasUsed,

    /// <summary>0: number of the document.</summary>
    RedemptionIsUsed,
    RedemptionIsDamaged,

    ReversalNeedsSupervisor,

    /// <summary>0: points that were asked for, in whole steps.</summary>
    PointsAreWorthTooLittle,

    DocumentIsNotVisible,

    /// <summary>0: its number.</summary>
    DocumentIsNotWritable,

    ApprovalIsMissing,
    ApprovalDoesNotExist,
    ApprovalIsNotReadable,
    ApprovalWasDecided,
    ApprovalNeedsAnotherPerson,
    TransferNeedsTwoMembers,
    MembersAreOfDifferentProgrammes,

    /// <summary>0: transfers allowed in a year.</summary>
    TooManyTransfers,

    /// <summary>0: points allowed in a year, 1: points sent this year.</summary>
    TooManyPointsTransferred,

    ProgrammeIsNotRunning,
    CursorIsOfNoPreview,
    CustomerIsMissing,
    CustomerIsExcluded,
    CustomerTableIsUnknown,
    MemberCannotComeBack,
    MemberHasOpenReservations,
    ReferralCodeIsUnknown,
    ReferralOfOneself,

    /// <summary>0: the events.</summary>
    EventIsUnknown,

    EventPaysNothing,

    /// <summary>0: the list of lines.</summary>
    ImportHasFaults,

    ImportBatchIsMissing,

    /// <summary>0: longest length.</summary>
    RequestIdIsMissingOrTooLong,

    RequestIdWasUsedForSomethingElse,

    /// <summary>0: number of the document.</summary>
    DocumentHasEarnedNothing,

    /// <summary>0: number of the document.</summary>
    ReturnIsMoreThanWasBought,

    /// <summary>0: number of the document.</summary>
    ReturnLineIsUnknown,

    ReturnLinesAreUnreadable,

    /// <summary>0: number of the document.</summary>
    ReturnNeedsAmounts,

    /// <summary>0: name of the table.</summary>
    ReturnTableIsUnknown,

    /// <summary>0: name of the table.</summary>
    QuoteTableIsUnknown,
    /// <summary>0: key of the job.</summary>
    JobIsUnknown,

    ProgrammeIsMissing,

    /// <summary>0: points, 1: last day, 2: programme.</summary>
    ExpiryReminderSubject,

    /// <summary>As the subject.</summary>
    ExpiryReminderBody,

    /// <summary>0: tier before, 1: tier now, 2: programme.</summary>
    TierNoticeSubject,

    /// <summary>As the subject.</summary>
    TierNoticeBody,

    InsightSettingsDoNotFit,
    RfmThresholdsAreUnreadable,
    CustomerIsNotProfiled,
    WinBackIsNotNeeded,
    WinBackIsOpen,
    WayIsUnknown,

    /// <summary>0: ceiling, 1: offer.</summary>
    OfferIsTooHigh,

    ListIsMissing,

    /// <summary>0: longest length.</summary>
    CampaignIsTooLong,

    /// <summary>0: customer, 1: reasons, 2: offer ceiling, 3: last day.</summary>
    WinBackSubject,

    /// <summary>As the subject.</summary>
    WinBackBody,

    /// <summary>0: share of the treated, 1: their number, 2: share of the untreated, 3: their number.</summary>
    WinBackTooFew,

    /// <summary>As <see cref="WinBackTooFew"/>.</summary>
    WinBackNotShown,

    /// <summary>As <see cref="WinBackTooFew"/>.</summary>
    WinBackWorks,

    /// <summary>As <see cref="WinBackTooFew"/>.</summary>
    WinBackHarms,

    RecommendationNeedsCustomerOrDocument,

    /// <summary>0: name of the table.</summary>
    RecommendationTableIsUnknown,

    RecommendationIsNotForCaller,
    RecommendationIsForAnotherCustomer,
    RecommendedProductIsMissing,

    /// <summary>0: name of the product.</summary>
    RecommendedProductIsNotSold,

    /// <summary>0: name of the product.</summary>
    RecommendedProductIsNotListed,

    DocumentTakesNoLines,
    RecommendationQuantityMustBePositive,
    RejectReasonIsUnknown,
    RequestIdIsOfAnotherRecommendation,
    RejectionNeedsCustomer,
    TooManyOrdersToRecount,
}
