namespace CrmExtensions.Domain.Loyalty;

/// <summary>What is wrong with a line of opening balances; each name says what is required instead.</summary>
public enum OpeningFault
{
    /// <summary>The first line names the columns customerid, points and earnedon at least, and no others than the
    /// known ones.</summary>
    HeaderMustNameKnownColumns = 0,

    FileMustHaveRows = 1,
    FileMustHaveAtMost200Rows = 2,
    LineMustHaveAsManyValuesAsTheHeader = 3,
    CustomerMustBeAnId = 4,
    CustomerTypeMustBeAccountOrContact = 5,
    PointsMustBeAWholeNumberAbove0 = 6,
    EarnedOnMustBeADayNotInTheFuture = 7,
    ExpiresOnMustBeADayFromEarnedOn = 8,
    AvailableFromMustBeADay = 9,
    CustomerMustExist = 10,
    CustomerMustNotBeExcluded = 11,
    MemberMustBeActive = 12,
}
