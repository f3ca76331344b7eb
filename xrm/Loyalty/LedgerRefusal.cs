using CrmExtensions.Domain;
using CrmExtensions.Domain.Loyalty;
using CrmExtensions.Xrm.Texts;

namespace CrmExtensions.Xrm.Loyalty;

/// <summary>What the ledger's refusal of an entry means for whoever asked.</summary>
internal static class LedgerRefusal
{
    public static BusinessRuleException Of(Posting posting, EntryDraft draft, Day today) => posting.Result switch
    {
        PostingResult.BalanceTooLow =>
            new BusinessRuleException(UserText.BalanceTooLow, posting.Head.Balance, -(long)draft.Points),
        PostingResult.AvailableTooLow => new BusinessRuleException(
            UserText.AvailableTooLow, posting.Head.AvailableOn(today), -(long)draft.Points),
        PostingResult.Overflow => new BusinessRuleException(UserText.BalanceOverflow),
        _ => Incomplete(posting.Result),
    };

    public static BusinessRuleException Incomplete(PostingResult result) =>
        new(UserText.EntryIsIncomplete, result);
}
