namespace Microsoft.Xrm.Sdk;

/// <summary>XML namespaces of the wire format; each names the release that brought the type.</summary>
internal static class ContractNamespace
{
    public const string Crm2011 = "http://schemas.microsoft.com/crm/2011/Contracts";
    public const string Xrm2011 = "http://schemas.microsoft.com/xrm/2011/Contracts";
    public const string Xrm2011Services = "http://schemas.microsoft.com/xrm/2011/Contracts/Services";
    public const string Xrm2011Metadata = "http://schemas.microsoft.com/xrm/2011/Metadata";
    public const string Xrm2011MetadataQuery = "http://schemas.microsoft.com/xrm/2011/Metadata/Query";
    public const string Xrm2012 = "http://schemas.microsoft.com/xrm/2012/Contracts";
    public const string Xrm2013Metadata = "http://schemas.microsoft.com/xrm/2013/Metadata";
    public const string Xrm2014 = "http://schemas.microsoft.com/xrm/2014/Contracts";
    public const string Xrm71 = "http://schemas.microsoft.com/xrm/7.1/Contracts";
    public const string Xrm71Metadata = "http://schemas.microsoft.com/xrm/7.1/Metadata";
    public const string Xrm80 = "http://schemas.microsoft.com/xrm/8.0";
    public const string Xrm81 = "http://schemas.microsoft.com/xrm/8.1/Contracts";
    public const string Xrm82 = "http://schemas.microsoft.com/xrm/8.2/Contracts";
    public const string Xrm90 = "http://schemas.microsoft.com/xrm/9.0/Contracts";
    public const string Xrm90Metadata = "http://schemas.microsoft.com/xrm/9.0/Metadata";
}
