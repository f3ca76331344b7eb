using System;
using System.ServiceModel;
using Dataverse.Local.Metadata;
using Dataverse.Local.Pipeline;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Dataverse.Local.Query;

/// <summary>The platform's faults about queries and names, one method each (codes: Learn, web service error
/// codes).</summary>
internal static class QueryFault
{
    public const int AggregateLimit = unchecked((int)0x8004E023);
    public const int InvalidAlias = unchecked((int)0x80041130);
    public const int InvalidFetch = unchecked((int)0x80041112);
    public const int InvalidPageNumber = unchecked((int)0x80041127);
    public const int TooManyConditions = unchecked((int)0x8004430C);
    public const int TooManyLinkEntities = unchecked((int)0x8004430D);

    public static FaultException<OrganizationServiceFault> UnknownTable(string table) =>
        Fault.Because(
            ErrorCodes.QueryBuilderNoEntity, $"The entity with a name = '{table}' with namemapping = 'Logical' "
            + "was not found in the MetadataCache.");

    public static FaultException<OrganizationServiceFault> UnknownColumn(string table, string column) =>
        Fault.Because(ErrorCodes.QueryBuilderNoAttribute, $"'{table}' entity doesn't contain attribute with Name = "
            + $"'{column}' and NameMapping = 'Logical'.");

    public static FaultException<OrganizationServiceFault> UnknownMetadata(string kind, string name) =>
        Fault.Because(ErrorCodes.ObjectDoesNotExist, $"Could not find an {kind} with the name or id {name}.");

    /// <summary>What the local Dataverse does not do is refused by name, never ignored.</summary>
    public static FaultException<OrganizationServiceFault> Refused(string what) =>
        Fault.Because(ErrorCodes.NotSupported, $"The local Dataverse does not support {what}.");

    public static FaultException<OrganizationServiceFault> Argument(string message) =>
        Fault.Because(ErrorCodes.InvalidArgument, message);

    public static FaultException<OrganizationServiceFault> MissingQuery() =>
        Argument("Required field 'Query' is missing");

    public static FaultException<OrganizationServiceFault> MissingTable() => Argument("The query names no entity.");

    public static FaultException<OrganizationServiceFault> MissingColumn() => Argument("Attribute name is missing.");

    public static FaultException<OrganizationServiceFault> UnknownAlias(string alias) =>
        Argument($"LinkEntity with name or alias {alias} is not found");

    public static FaultException<OrganizationServiceFault> BadAlias(string alias) =>
        Fault.Because(
            InvalidAlias, $"The alias '{alias}' is invalid. Only characters within the ranges [A-Z], [a-z] or "
            + "[0-9] or _ are allowed. The first character may only be in the ranges [A-Z], [a-z] or _.");

    public static FaultException<OrganizationServiceFault> DuplicateAlias(string alias) =>
        Fault.Because(InvalidAlias, $"The alias '{alias}' is used more than once.");

    public static FaultException<OrganizationServiceFault> NotInResult(string alias) =>
        Argument($"The link '{alias}' only tests whether rows exist: its columns can be neither returned nor ordered.");

    /// <summary>A filter is tested when its table is joined: it sees that table and those joined before.</summary>
    public static FaultException<OrganizationServiceFault> NotVisible(string alias, string filterOf) =>
        Argument($"A filter of '{filterOf}' names '{alias}', which is joined later or not part of the result. "
            + "Move the condition into the filter of the entity itself.");

    public static FaultException<OrganizationServiceFault> TooManyLinks() =>
        Fault.Because(TooManyLinkEntities, "Number of link entities in query exceeded maximum limit.");

    public static FaultException<OrganizationServiceFault> TooManyTests() =>
        Fault.Because(TooManyConditions, "Number of conditions in query exceeded maximum limit.");

    public static FaultException<OrganizationServiceFault> UnknownOperator(string name) =>
        Fault.Because(InvalidFetch, $"Unknown Condition Operator: {name}");

    public static FaultException<OrganizationServiceFault> WrongOperator(
        string table, Column column, ConditionOperator op) =>
        Argument($"Condition for attribute '{table}.{column}': the operator {op} is not valid for an attribute of type "
            + $"'{column.Type}'.");

    public static FaultException<OrganizationServiceFault> ComparedTypes(Column one, Column other) =>
        Argument($"The attributes '{one}' ({one.Type}) and '{other}' ({other.Type}) cannot be compared: their types "
            + "differ.");

    public static FaultException<OrganizationServiceFault> WrongAggregate(string aggregate, Column column) =>
        Argument($"The aggregate {aggregate} cannot be applied to the attribute '{column}' of type '{column.Type}'.");

    public static FaultException<OrganizationServiceFault> TooManyRowsToAggregate() =>
        Fault.Because(AggregateLimit, "The maximum record limit is exceeded. Reduce the number of records.");

    public static FaultException<OrganizationServiceFault> WrongValueCount(
        ConditionOperator op, int expected, int given, string column) =>
        Argument($"The ConditionOperator.{op} requires {expected} value/s, not {given}. Parameter name: {column}");

    public static FaultException<OrganizationServiceFault> NullValue(
        ConditionOperator op, string table, string column) =>
        Argument($"Condition for attribute '{table}.{column}': null is not a valid value for an attribute with the "
            + $"operator {op}. Use 'Null' or 'NotNull' instead.");

    public static FaultException<OrganizationServiceFault> WrongValueType(string table, Column column, object value) =>
        Argument($"Condition for attribute '{table}.{column}': expected argument(s) of type "
            + $"'{column.Type}' but received '{value.GetType()}'.");

    public static FaultException<OrganizationServiceFault> TopAndPage(int top) =>
        Argument($"The Top.Count = {top} can't be specified with pagingInfo");

    public static FaultException<OrganizationServiceFault> TopAndPageAttribute(string attribute) =>
        Argument($"The top attribute can't be specified with paging attribute {attribute}");

    public static FaultException<OrganizationServiceFault> PageNumberOutOfRange() =>
        Fault.Because(InvalidPageNumber, "The page number is not between 1 and 2,147,483,647.");

    public static FaultException<OrganizationServiceFault> MalformedCookie(Exception broken) =>
        Argument($"The paging cookie is malformed: {broken.Message}");

    public static FaultException<OrganizationServiceFault> MalformedFetch(string why) =>
        Fault.Because(InvalidFetch, $"Invalid FetchXML. {why}");
}
