namespace CrmExtensions.Cli.Simulation;

/// <param name="FirstName">Empty for a company.</param>
/// <param name="LastName">Of a company: its whole name.</param>
/// <param name="Country">DE or GB; the name is of the same language.</param>
internal sealed record SampleCustomer(
    string Id,
    bool IsCompany,
    string FirstName,
    string LastName,
    string City,
    string Country,
    PlantedBehaviour Planted)
{
    public string Name => IsCompany ? LastName : $"{FirstName} {LastName}";
}
