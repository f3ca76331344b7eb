using System;

namespace CrmExtensions.Xrm.Registration;

/// <summary>
/// Registers the plugin class for one message of one table. The only declaration of a step: the solution files are
/// derived from it (<c>crmx solution write</c>), and its id from class, message, table and stage. Images belong to
/// their step and are named <see cref="PreImageName"/> and <see cref="PostImageName"/>.
/// </summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
internal sealed class StepAttribute : Attribute
{
    public const string PreImageName = "PreImage";
    public const string PostImageName = "PostImage";

    public StepAttribute(string message, string table, Stage stage)
    {
        Message = message;
        Table = table;
        Stage = stage;
    }

    /// <summary>One of <see cref="Registration.Message"/>.</summary>
    public string Message { get; }

    /// <summary>Logical name of the table.</summary>
    public string Table { get; }

    public Stage Stage { get; }

    /// <summary>Synchronous, unless said otherwise.</summary>
    public Mode Mode { get; set; }

    /// <summary>Order among the steps of the same message, table and stage; at least 1, default 1.</summary>
    public int Rank { get; set; } = 1;

    /// <summary>Columns whose change raises the step: required for Update, refused for any other message.</summary>
    public string[] OnChangeOf { get; set; } = Array.Empty<string>();

    /// <summary>Columns of the row before the change. Not for Create: there is no row yet.</summary>
    public string[] PreImage { get; set; } = Array.Empty<string>();

    /// <summary>Columns of the row after the change. Post-operation only, and not for Delete.</summary>
    public string[] PostImage { get; set; } = Array.Empty<string>();

    /// <summary>The business rule in one English sentence; administrators read it in the list of steps.</summary>
    public string Description { get; set; } = "";
}
