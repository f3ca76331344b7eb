namespace CrmExtensions.Domain.Loyalty;

/// <summary>What becomes of the balance of a member who leaves. The numbers are stored: they are the distance from the
/// first option value of the choice.</summary>
public enum LeavePolicy
{
    /// <summary>It is lost with an entry that says so. The default.</summary>
    Forfeit = 0,

    /// <summary>It is paid out at the conversion value of redemptions.</summary>
    PayOut = 1,

    /// <summary>It stays for so many days in which the member may come back; then it is lost.</summary>
    Freeze = 2,
}
