namespace CrmExtensions.Cli.Solution;

/// <summary>What an id belongs to. The comment gives the form of its name; solution/README.md has examples.</summary>
internal enum ComponentKind
{
    /// <summary>Simple name of the assembly.</summary>
    Assembly,

    /// <summary>Full name of the class.</summary>
    PluginType,

    /// <summary>Full name of the class; the server wants a second unique text beside the type's id.</summary>
    FriendlyName,

    /// <summary>Full name of the class, message, table and stage with bars between.</summary>
    Step,

    /// <summary>Name of the step, a slash, name of the image.</summary>
    Image,

    /// <summary>Name of the web resource.</summary>
    WebResource,

    /// <summary>Name of the role.</summary>
    Role,

    /// <summary>Folder of the table, a slash, file name: <c>crmx_LoyaltyMember/active</c>.</summary>
    View,

    /// <summary>Folder of the table, a slash, file name.</summary>
    Chart,

    /// <summary>Folder of the table, type of form, file name: <c>Account/main/loyalty</c>.</summary>
    Form,

    /// <summary>Name of the form, a slash, name of the tab.</summary>
    Tab,

    /// <summary>Name of the tab, a slash, name of the section.</summary>
    Section,

    /// <summary>Name of the section, a slash, id of the control.</summary>
    Cell,

    /// <summary>Name of the form, the event, the function, separated by slashes.</summary>
    Handler,

    /// <summary>Name of the form, a slash, name of the script.</summary>
    Library,

    /// <summary>File name of the dashboard.</summary>
    Dashboard,

    /// <summary>File name of the workflow's XAML, without id.</summary>
    Workflow,
}
