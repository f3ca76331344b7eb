namespace CrmExtensions.Xrm.Registration;

/// <summary>
/// Messages that a step may listen to. Only these have an id that is the same in every environment and publicly
/// known; a solution file names the message by that id, so another message needs its id in
/// <c>cli/Solution/SdkMessageIds.cs</c> first.
/// </summary>
internal static class Message
{
    public const string Create = "Create";
    public const string Update = "Update";
    public const string Delete = "Delete";
    public const string Retrieve = "Retrieve";
    public const string RetrieveMultiple = "RetrieveMultiple";
    public const string Assign = "Assign";
    public const string SetState = "SetState";
}
