using System.ServiceModel;
using Dataverse.Local.Pipeline;
using Microsoft.Xrm.Sdk;

namespace Dataverse.Local.Query;

/// <summary>The platform's faults about queries and names, one method each (codes: Learn, web service error codes).</summary>
internal static class QueryFault
{
    public const int NoEntity = unchecked((int)0x80041102);
    public const int NoAttribute = unchecked((int)0x80041103);
    public const int BadCondition = unchecked((int)0x80041105);
    public const int InvalidJoin = unchecked((int)0x80041100);
    public const int InvalidAlias = unchecked((int)0x80041130);
    public const int InvalidArgument = unchecked((int)0x80040203);
    public const int Unexpected = unchecked((int)0x80040216);
    public const int NotSupported = unchecked((int)0x80040800);
    public const int InvalidFetch = unchecked((int)0x80041112);
    public const int AggregateLimit = unchecked((int)0x8004E023);
    public const int InvalidPageNumber = unchecked((int)0x80041127);
    public const int TopWithPaging = unchecked((int)0x8004E024);

    public static FaultException<OrganizationServiceFault> UnknownTable(string table) =>
        Fault.Because(NoEntity, $"The entity with a name = '{table}' with namemapping = 'Logical' was not found in the "
            + "MetadataCache.");

    public static FaultException<OrganizationServiceFault> UnknownColumn(string table, string column) =>
        Fault.Because(NoAttribute, $"'{table}' entity doesn't contain attribute with Name = '{column}' and "
            + "NameMapping = 'Logical'.");

    /// <summary>What the local Dataverse does not do is refused by name, never ignored.</summary>
    public static FaultException<OrganizationServiceFault> Refused(string what) =>
        Fault.Because(NotSupported, $"The local Dataverse does not support {what}.");

    public static FaultException<OrganizationServiceFault> TooManyRowsToAggregate() =>
        Fault.Because(AggregateLimit, "The maximum record limit is exceeded. Reduce the number of records.");

    public static FaultException<OrganizationServiceFault> MalformedCookie(System.Exception broken) =>
        Fault.Because(InvalidArgument, $"The paging cookie is malformed: {broken.Message}");

    public static FaultException<OrganizationServiceFault> MalformedFetch(string why) =>
        Fault.Because(InvalidFetch, $"Invalid Xml. {why}");
}
