namespace CrmExtensions.Domain.Loyalty;

/// <summary>Whether a member may give points to another.</summary>
public enum TransferResult
{
    Possible = 0,
    PointsMustBePositive = 1,
    SameMember = 2,
    AvailableTooLow = 3,
    TooManyTransfersThisYear = 4,
    TooManyPointsThisYear = 5,
}
