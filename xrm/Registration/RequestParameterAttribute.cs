using System;

namespace CrmExtensions.Xrm.Registration;

/// <summary>One request parameter of the custom API on the same class.</summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
internal sealed class RequestParameterAttribute : Attribute
{
    public RequestParameterAttribute(string name, ParameterType type, string displayName, string displayNameGerman)
    {
        Name = name;
        Type = type;
        DisplayName = displayName;
        DisplayNameGerman = displayNameGerman;
    }

    /// <summary>Key in the request's parameters, without prefix: <c>Points</c>.</summary>
    public string Name { get; }

    public ParameterType Type { get; }

    public string DisplayName { get; }

    public string DisplayNameGerman { get; }

    /// <summary>Default: the display name.</summary>
    public string Description { get; set; } = "";

    /// <summary>Default: the German display name.</summary>
    public string DescriptionGerman { get; set; } = "";

    /// <summary>Default: the caller has to give it.</summary>
    public bool IsOptional { get; set; }

    /// <summary>Logical name of the table; only for Entity, EntityCollection and EntityReference.</summary>
    public string Table { get; set; } = "";
}
