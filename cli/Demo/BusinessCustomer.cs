namespace CrmExtensions.Cli.Demo;

/// <summary>A customer as it becomes an account or a contact.</summary>
/// <param name="Id">As the orders name it; empty for the account that takes the orders of unknown customers.</param>
/// <param name="FirstName">Empty for a company.</param>
/// <param name="Segment">How the sample business planted this customer; empty where nothing is planted.</param>
internal sealed record BusinessCustomer(string Id, bool IsCompany, string FirstName, string LastName, string Segment)
{
    public const string Anonymous = "anonymous";

    public string City { get; init; } = "";

    public string Country { get; init; } = "";

    /// <summary>Left out of every programme: it is nobody who could spend points.</summary>
    public bool IsAnonymous => Id.Length == 0;

    public string Name => IsCompany ? LastName : $"{FirstName} {LastName}";
}
