namespace CrmExtensions.Cli;

/// <summary>Options that parse but do not go together. Exit code 2.</summary>
internal sealed class UsageException(string message) : CommandException(message);
