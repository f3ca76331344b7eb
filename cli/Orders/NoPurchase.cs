namespace CrmExtensions.Cli.Orders;

/// <summary>
/// Why a file that could be read holds no purchase: a date or a decimal comma of another country spoils every line, and
/// who numbers orders "CO-1" does not think of cancellations.
/// </summary>
internal static class NoPurchase
{
    /// <param name="missing">What no line has.</param>
    /// <param name="cancelled">Lines of orders whose id starts with C.</param>
    public static CommandException In(string path, string missing, MalformedLines malformed, int cancelled)
    {
        string text = $"{path} holds no purchase: no line has {missing}.";
        if (malformed.Count > 0)
            text += $" {malformed.Count:N0} malformed lines were left out, the first one because line "
                + $"{malformed.First[0].Number} {malformed.First[0].Reason}.";
        if (cancelled > 0)
            text += $" {cancelled:N0} lines are of orders whose id starts with C, which names a cancellation; "
                + "put another letter before these ids if they are orders.";
        return new CommandException(text);
    }
}
