namespace Dataverse.Local.Pipeline;

/// <summary>
/// Numbers are the platform's (column type of customapirequestparameter). Float is a double, Picklist an
/// OptionSetValue.
/// </summary>
public enum CustomApiParameterType
{
    Boolean = 0,
    DateTime = 1,
    Decimal = 2,
    Entity = 3,
    EntityCollection = 4,
    EntityReference = 5,
    Float = 6,
    Integer = 7,
    Money = 8,
    Picklist = 9,
    String = 10,
    StringArray = 11,
    Guid = 12,
}
