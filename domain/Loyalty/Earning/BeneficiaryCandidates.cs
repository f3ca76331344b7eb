namespace CrmExtensions.Domain.Loyalty;

/// <summary>
/// Who could earn for a document. Whoever is absent is skipped: a contact without an account earns itself.
/// </summary>
public sealed class BeneficiaryCandidates
{
    /// <summary>The customer of the document, account or contact.</summary>
    public CustomerRef Orderer { get; init; } = new();

    public CustomerRef? BillTo { get; init; }

    /// <summary>The orderer's account, or the account above it.</summary>
    public CustomerRef? ParentAccount { get; init; }

    /// <summary>The top of the orderer's hierarchy of accounts.</summary>
    public CustomerRef? HierarchyRoot { get; init; }

    public CustomerRef Choose(BeneficiaryKind kind) => kind switch
    {
        BeneficiaryKind.BillTo => BillTo ?? Orderer,
        BeneficiaryKind.ParentAccount => ParentAccount ?? Orderer,
        BeneficiaryKind.HierarchyRoot => HierarchyRoot ?? ParentAccount ?? Orderer,
        _ => Orderer,
    };
}
