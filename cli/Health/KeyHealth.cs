namespace CrmExtensions.Cli.Health;

/// <param name="Status">Pending, InProgress, Active or Failed; only an active key keeps rows apart.</param>
internal sealed record KeyHealth(string Table, string Key, string Status)
{
    public bool IsActive => Status == "Active";
}
