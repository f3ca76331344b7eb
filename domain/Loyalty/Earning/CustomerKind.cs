namespace CrmExtensions.Domain.Loyalty;

/// <summary>Who a customer is. The numbers follow the choice, whose 0 says "any".</summary>
public enum CustomerKind
{
    Account = 1,
    Contact = 2,
}
