namespace CrmExtensions.Xrm.Schema;

/// <summary>The calls about joining, leaving and what happens to a member.</summary>
internal static class MemberApis
{
    public static class EnrolMember
    {
        public const string Name = "crmx_EnrolMember";
        public const string Programme = "Programme", CustomerTable = "CustomerTable", CustomerId = "CustomerId";
        public const string ReferralCode = "ReferralCode";
        public const string MemberId = "MemberId", IsNew = "IsNew";
    }

    public static class LeaveProgramme
    {
        public const string Name = "crmx_LeaveProgramme";
        public const string Member = "Member", RequestId = "RequestId";
        public const string ForfeitedPoints = "ForfeitedPoints", PaidOutPoints = "PaidOutPoints";
        public const string PaidOutValue = "PaidOutValue", FrozenUntil = "FrozenUntil";
    }

    public static class AwardEventPoints
    {
        public const string Name = "crmx_AwardEventPoints";
        public const string Member = "Member", CustomerId = "CustomerId", Programme = "Programme";
        public const string Event = "Event", Points = "Points", RequestId = "RequestId";
        public const string EntryId = "EntryId", AwardedPoints = "AwardedPoints";
    }
}
