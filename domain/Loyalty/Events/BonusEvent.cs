namespace CrmExtensions.Domain.Loyalty;

/// <summary>Events without a purchase that give points. The names are what callers of the API write.</summary>
public enum BonusEvent
{
    /// <summary>An action of marketing; the caller names the points.</summary>
    Promotion = 0,

    Survey = 1,
    Review = 2,
    Welcome = 3,
    Birthday = 4,
    Anniversary = 5,

    /// <summary>Somebody who recommended the programme.</summary>
    Referrer = 6,

    /// <summary>Somebody to whom it was recommended.</summary>
    Referee = 7,
}
