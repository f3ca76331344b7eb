using System;

namespace CrmExtensions.Cli.Loyalty;

/// <summary>A draft programme that cannot be read; the message names the place and what would be right.</summary>
internal sealed class ProgrammeFileException(string message, Exception? inner = null)
    : CommandException(message, inner);
