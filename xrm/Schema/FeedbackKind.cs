namespace CrmExtensions.Xrm.Schema;

/// <summary>The numbers of the choice crmx_feedbackkind.</summary>
internal enum FeedbackKind
{
    Survey = 0,
    Complaint = 1,
    Review = 2,
    Other = 3,
}
