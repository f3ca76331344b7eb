namespace CrmExtensions.Domain.CrossSell;

/// <summary>A partner worth a row of its own.</summary>
public sealed record RankedPartner(string Partner, int Together, int PartnerBaskets, double Score);
