namespace Dataverse.Local.Import;

/// <summary>Numbers of the component types that the package format knows (choice componenttype).</summary>
internal static class ComponentType
{
    public const int Table = 1;
    public const int Column = 2;
    public const int Choice = 9;
    public const int Relationship = 10;
    public const int Key = 14;
    public const int Role = 20;
    public const int View = 26;
    public const int Workflow = 29;
    public const int Chart = 59;
    public const int Form = 60;
    public const int WebResource = 61;
    public const int SiteMap = 62;
    public const int FieldSecurityProfile = 70;
    public const int App = 80;
    public const int PluginType = 90;
    public const int PluginAssembly = 91;
    public const int Step = 92;
    public const int StepImage = 93;
    public const int EnvironmentVariable = 380;
    public const int CustomApi = 10_000;

    /// <summary>Names as the platform's messages spell them.</summary>
    public static string NameOf(int type) => type switch
    {
        Table => "Entity",
        Column => "Attribute",
        Choice => "OptionSet",
        Relationship => "EntityRelationship",
        Key => "EntityKey",
        View => "SavedQuery",
        Workflow => "Workflow",
        Form => "SystemForm",
        WebResource => "WebResource",
        PluginType => "PluginType",
        PluginAssembly => "PluginAssembly",
        Step => "SdkMessageProcessingStep",
        CustomApi => "CustomAPI",
        _ => type.ToString(System.Globalization.CultureInfo.InvariantCulture),
    };
}
