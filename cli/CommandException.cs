using System;

namespace CrmExtensions.Cli;

/// <summary>
/// The work failed for a reason that the user can do something about; the message names the remedy. Exit code 1.
/// </summary>
internal class CommandException(string message, Exception? inner = null) : Exception(message, inner);
