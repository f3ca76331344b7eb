namespace CrmExtensions.Domain.CrossSell;

/// <summary>Whose top sellers are shown.</summary>
public enum BuyerGroup
{
    Everybody = 0,
    Companies = 1,
    People = 2,
}
