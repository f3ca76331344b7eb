namespace CrmExtensions.Domain.Loyalty;

/// <summary>
/// The first setting of a programme that is out of its range; each name says what is required instead.
/// </summary>
public enum ProgrammeFault
{
    None = 0,
    PointsPerStepMustBeFrom1To1000000 = 1,
    StepAmountMustBeAtLeastOneCent = 2,
    StepAmountHasMoreThanFourDecimals = 3,
    BasisIsUnknown = 4,
    MilestoneIsUnknown = 5,
    NegativePolicyIsUnknown = 6,
    NoticeKindIsUnknown = 7,
    BeneficiaryIsUnknown = 8,
    PartialPaymentIsUnknown = 9,
    HoldingDaysMustBeFrom0To365 = 10,
    ExpiryKindIsUnknown = 11,
    ExpiryModeIsUnknown = 12,
    ExpiryMonthsMustBeFrom1To1200 = 13,
    ExpiryYearsMustBeFrom0To100 = 14,
    FixedExpiryDateIsNoDate = 15,
    GraceDaysMustBeFrom0To365 = 16,
    ReminderDaysMustBeFrom1To365 = 17,
    RedemptionStepMustBeAtLeast1Point = 18,
    RedemptionValueMustBeAboveZero = 19,
    RedemptionMinimumMustNotBeNegative = 20,
    RedemptionCapMustBeFrom0To100 = 21,
    ReservationMinutesMustBeFrom1To525600 = 22,
    TierWindowIsUnknown = 23,
    DowngradeIsUnknown = 24,
    TierGraceDaysMustBeFrom0To365 = 25,
    TransferLimitsMustNotBeNegative = 26,
    LeavePolicyIsUnknown = 27,
    FreezeDaysMustBeFrom0To3650 = 28,
    BonusPointsMustBeFrom0To1000000 = 29,
}
