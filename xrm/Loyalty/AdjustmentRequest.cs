using System;
using CrmExtensions.Domain.Loyalty;
using CrmExtensions.Xrm.Schema;
using CrmExtensions.Xrm.Texts;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Xrm.Loyalty;

/// <summary>
/// What a caller of the custom API asks for; points are signed, the reason is an option value of its choice.
/// </summary>
internal sealed class AdjustmentRequest
{
    public const int LongestRequestId = 200;

    private readonly int points;
    private readonly int reasonValue;
    private readonly string requestId;

    public AdjustmentRequest(ParameterCollection input)
    {
        MemberId = ((EntityReference)input[CustomApis.AdjustPoints.Member]).Id;
        points = (int)input[CustomApis.AdjustPoints.Points];
        reasonValue = (int)input[CustomApis.AdjustPoints.Reason];
        requestId = (string)input[CustomApis.AdjustPoints.RequestId] ?? "";
    }

    public Guid MemberId { get; }

    private AdjustmentReason Reason => (AdjustmentReason)(reasonValue - Choice.First);

    public void Check(int limit)
    {
        if (points == 0) throw new BusinessRuleException(UserText.PointsMustNotBeZero);
        if (Math.Abs((long)points) > limit) throw new BusinessRuleException(UserText.PointsAboveLimit, limit, points);
        if (!Enum.IsDefined(typeof(AdjustmentReason), Reason))
            throw new BusinessRuleException(UserText.ReasonIsUnknown);
        if (requestId.Trim().Length == 0 || requestId.Length > LongestRequestId)
            throw new BusinessRuleException(UserText.RequestIdIsMissingOrTooLong, LongestRequestId);
    }

    public SourceKey KeyIn(Guid programmeId) =>
        new(programmeId, MemberId, EntryKind.Adjust, SourceKey.SourceNamed(requestId));

    public EntryDraft Draft(SourceKey key, DateTime now, Guid originatorId) => new()
    {
        Key = key,
        Points = points,
        BookedOn = now,
        SourceId = key.SourceId.ToString("D"),
        OriginatorId = originatorId,
        Reason = Reason,
    };

    /// <summary>False if the request id belongs to an adjustment with other points or another reason.</summary>
    public bool Asks(LoyaltyEntry entry) =>
        entry.Points == points
        && Choice.NumberOf(entry.GetAttributeValue<OptionSetValue>(LoyaltyEntry.Columns.Reason)) == (int)Reason;
}
