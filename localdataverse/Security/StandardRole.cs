using System;
using Dataverse.Local.Import;

namespace Dataverse.Local.Security;

/// <summary>The roles that every environment begins with.</summary>
internal static class StandardRole
{
    public const string SystemAdministrator = "System Administrator";

    public const string SystemCustomizer = "System Customizer";

    /// <summary>Common Data Service User until it was renamed.</summary>
    public const string BasicUser = "Basic User";

    /// <summary>Role template of System Administrator, the same in every environment of the platform.</summary>
    public static readonly Guid AdministratorTemplate = new("627090ff-40a3-4053-8790-584edc5be201");

    /// <summary>Role template of System Customizer, the same in every environment of the platform.</summary>
    public static readonly Guid CustomizerTemplate = new("119f245c-3cc8-4b62-b31c-d1a046ced15d");

    /// <summary>Here the id of a standard role follows from its name.</summary>
    public static Guid IdOf(string role) => NameId.Of("role", role);
}
