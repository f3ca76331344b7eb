using System;

namespace CrmExtensions.Cli.Demo;

/// <param name="Balance">Replayed from the entries, not read from the member.</param>
internal sealed record MemberLedger(Guid CustomerId, string CustomerName, int Entries, long Balance);
