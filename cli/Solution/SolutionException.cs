using System;

namespace CrmExtensions.Cli.Solution;

/// <summary>
/// The command cannot go on: an input is missing or cannot be read. The message names it and the remedy.
/// </summary>
internal sealed class SolutionException(string message, Exception? inner = null) : CommandException(message, inner);
