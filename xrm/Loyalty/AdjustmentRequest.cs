using System;
using CrmExtensions.Domain.Loyalty;
using CrmExtensions.Xrm.Schema;
using CrmExtensions.Xrm.Texts;

namespace CrmExtensions.Xrm.Loyalty;

/// <summary>
/// What a caller of the custom API asks for; points are signed, the reason is an option value of its choice.
/// </summary>
internal sealed class AdjustmentRequest
{
    private readonly ApiInput input;

    public AdjustmentRequest(ApiInput input) => this.input = input;

    public Guid? MemberId => input.Id(CustomApis.AdjustPoints.Member);

    /// <exception cref="BusinessRuleException">Something in it is wrong.</exception>
    public PendingMove MoveOf(Guid memberId)
    {
        int points = input.Whole(CustomApis.AdjustPoints.Points);
        if (points == 0) throw new BusinessRuleException(UserText.PointsMustNotBeZero);
        var reason = (AdjustmentReason)(input.Whole(CustomApis.AdjustPoints.Reason) - Choice.First);
        if (!Enum.IsDefined(typeof(AdjustmentReason), reason))
            throw new BusinessRuleException(UserText.ReasonIsUnknown);
        return new PendingMove
        {
            MemberId = memberId,
            Points = points,
            Reason = reason,
            Source = SourceKey.SourceNamed(input.RequestId(CustomApis.AdjustPoints.RequestId)),
            Note = input.Note(CustomApis.AdjustPoints.Note),
        };
    }
}
