using System;

namespace CrmExtensions.Cli.Health;

/// <param name="Sequence">Number of the last entry.</param>
internal sealed record ChainHead(Guid Member, int Sequence, int Balance, string Hash);
