using System;

namespace CrmExtensions.Xrm.Registration;

/// <summary>
/// Makes the plugin class the main operation of a custom API. What is said here cannot be changed after the first
/// import (but for labels and the privilege): a different signature is a new API under a new name.
/// </summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
internal sealed class CustomApiAttribute : Attribute
{
    public CustomApiAttribute(string uniqueName, string displayName, string displayNameGerman)
    {
        UniqueName = uniqueName;
        DisplayName = displayName;
        DisplayNameGerman = displayNameGerman;
    }

    /// <summary>Name of the message, with the publisher's prefix: <c>crmx_AdjustPoints</c>.</summary>
    public string UniqueName { get; }

    public string DisplayName { get; }

    public string DisplayNameGerman { get; }

    public string Description { get; set; } = "";

    public string DescriptionGerman { get; set; } = "";

    /// <summary>Who lacks this privilege is refused before any code runs. Empty: everybody may call.</summary>
    public string ExecutePrivilege { get; set; } = "";

    /// <summary>Logical name of the table whose row is the API's <c>Target</c>. Empty: a global API.</summary>
    public string BoundTable { get; set; } = "";

    /// <summary>A function is called with GET, changes nothing and needs a response property.</summary>
    public bool IsFunction { get; set; }

    /// <summary>Not listed in the metadata that clients read.</summary>
    public bool IsPrivate { get; set; }
}
