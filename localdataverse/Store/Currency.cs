namespace Dataverse.Local.Store;

/// <summary>How amounts of a currency are written.</summary>
internal sealed class Currency
{
    public Currency(string symbol, int decimals)
    {
        Symbol = symbol;
        Decimals = decimals;
    }

    public string Symbol { get; }

    public int Decimals { get; }
}
