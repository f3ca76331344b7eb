namespace Dataverse.Local.Security;

/// <summary>How far a privilege reaches; the numbers are those of <c>privilegedepthmask</c>.</summary>
internal enum Depth
{
    None = 0,

    /// <summary>User: one's own rows.</summary>
    Basic = 1,

    /// <summary>The business unit.</summary>
    Local = 2,

    /// <summary>The business unit and those below it.</summary>
    Deep = 4,

    /// <summary>Every row of the organisation.</summary>
    Global = 8,
}
