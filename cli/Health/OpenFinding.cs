using System;

namespace CrmExtensions.Cli.Health;

/// <param name="Values">How it is wrong, as JSON.</param>
internal sealed record OpenFinding(string Code, bool IsError, string Subject, DateTime? FoundOn, string Values);
