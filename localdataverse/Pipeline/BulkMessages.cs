namespace Dataverse.Local.Pipeline;

/// <summary>Messages whose pipeline is merged with that of their single form.</summary>
internal static class BulkMessages
{
    /// <summary>CreateMultiple for Create; null when the message has no bulk form.</summary>
    public static string? BulkOf(string single) => single switch
    {
        "Create" => "CreateMultiple",
        "Update" => "UpdateMultiple",
        _ => null,
    };

    /// <summary>Create for CreateMultiple; null when the message is no bulk form.</summary>
    public static string? SingleOf(string bulk) => bulk switch
    {
        "CreateMultiple" => "Create",
        "UpdateMultiple" => "Update",
        _ => null,
    };
}
