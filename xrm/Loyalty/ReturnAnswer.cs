namespace CrmExtensions.Xrm.Loyalty;

/// <summary>What a return did, summed over the programmes that had paid for the document.</summary>
internal sealed class ReturnAnswer
{
    public int TakenBack { get; private set; }

    /// <summary>Redeemed points that came back.</summary>
    public int Restored { get; private set; }

    /// <summary>After the return.</summary>
    public int Balance { get; private set; }

    public int Debt { get; private set; }

    public void Add(int takenBack, int restored, int balance)
    {
        TakenBack += takenBack;
        Restored += restored;
        Balance += balance;
        if (balance < 0) Debt -= balance;
    }
}
