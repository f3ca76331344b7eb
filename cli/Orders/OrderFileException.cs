using System;

namespace CrmExtensions.Cli.Orders;

/// <summary>The file as a whole is no CSV of orders; the message says what was found and what is expected.</summary>
internal sealed class OrderFileException(string message, Exception? inner = null) : Exception(message, inner);
