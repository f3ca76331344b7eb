namespace CrmExtensions.Domain.Loyalty;

/// <summary>Who earns when a contact of an account orders. The numbers are stored: they are the distance from the first
/// option value of the choice.</summary>
public enum BeneficiaryKind
{
    /// <summary>The customer of the document. The default.</summary>
    Orderer = 0,

    /// <summary>The customer that the document is billed to.</summary>
    BillTo = 1,

    /// <summary>The account of the contact, or the parent of the account.</summary>
    ParentAccount = 2,

    /// <summary>The account at the top of the hierarchy.</summary>
    HierarchyRoot = 3,
}
