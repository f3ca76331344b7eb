namespace CrmExtensions.Xrm.Registration;

/// <summary>Types of request parameters and response properties of a custom API, in the platform's numbers.</summary>
internal enum ParameterType
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
