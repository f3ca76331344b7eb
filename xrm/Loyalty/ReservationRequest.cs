using System;
using CrmExtensions.Domain.Loyalty;
using CrmExtensions.Xrm.Schema;
using CrmExtensions.Xrm.Texts;

namespace CrmExtensions.Xrm.Loyalty;

/// <summary>What the caller of crmx_ReservePoints asks for.</summary>
internal sealed class ReservationRequest
{
    private readonly string requestId;

    public ReservationRequest(ApiInput input)
    {
        MemberId = input.Id(RedemptionApis.ReservePoints.Member);
        CustomerId = input.Id(RedemptionApis.ReservePoints.CustomerId);
        ProgrammeId = input.Id(RedemptionApis.ReservePoints.Programme);
        RewardId = input.Id(RedemptionApis.ReservePoints.Reward);
        DocumentId = input.Id(RedemptionApis.ReservePoints.DocumentId);
        DocumentTable = input.Text(RedemptionApis.ReservePoints.DocumentTable);
        Points = input.Whole(RedemptionApis.ReservePoints.Points);
        requestId = input.RequestId(RedemptionApis.ReservePoints.RequestId);
    }

    public Guid? MemberId { get; }

    public Guid? CustomerId { get; }

    public Guid? ProgrammeId { get; }

    public Guid? RewardId { get; }

    public Guid? DocumentId { get; }

    public string DocumentTable { get; }

    /// <summary>The most that the customer wants to spend; a reward has its own price.</summary>
    public int Points { get; }

    public void Check()
    {
        if (Points <= 0 && RewardId is null) throw new BusinessRuleException(UserText.PointsMustBePositive);
        if (RewardId is not null && DocumentId is not null)
            throw new BusinessRuleException(UserText.RewardOrDocument);
        if (DocumentId is not null && !SalesDocument.IsOne(DocumentTable))
            throw new BusinessRuleException(UserText.DocumentTableIsUnknown, DocumentTable);
    }

    /// <summary>Names the request in its programme and member; the redemption's id is made of it.</summary>
    public string KeyIn(MemberWork member) =>
        member.Key(EntryKind.Redeem, SourceKey.SourceNamed(requestId)).ToString();

    /// <summary>False if the request id belongs to a redemption of something else.</summary>
    public bool Asks(RedemptionRow row) =>
        row.DocumentId == DocumentId?.ToString("D") && row.RewardId?.Id == RewardId;
}
