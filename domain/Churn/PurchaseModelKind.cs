namespace CrmExtensions.Domain.Churn;

/// <summary>When a customer may leave.</summary>
public enum PurchaseModelKind
{
    /// <summary>
    /// BG/NBD (Fader, Hardie, Lee 2005): after each repeat order. Its probability active is no churn score.
    /// </summary>
    Bg,

    /// <summary>
    /// MBG/NBD (Batislam, Denizel, Filiztekin 2007): after every order, the first included. The default.
    /// </summary>
    Mbg,
}
