namespace Dataverse.Local.Security;

/// <summary>What decides to whom a row belongs, and so which depth of a privilege reaches it.</summary>
internal enum SecuredBy
{
    /// <summary>The row's owner and the owner's business unit.</summary>
    Owner,

    /// <summary>The business unit that the row names: users, teams, roles, business units themselves.</summary>
    BusinessUnit,

    /// <summary>Nobody: only depth organisation reaches it.</summary>
    Organization,

    /// <summary>A row above it, with that row's privileges: lines of a document, parties of an activity.</summary>
    Parent,

    /// <summary>The two tables whose rows an intersect table pairs: reading asks for both.</summary>
    BothSides,
}
