namespace Dataverse.Local.Metadata;

/// <summary>What a column holds; decides its SQL type, its SDK value and its formatted value.</summary>
public enum ColumnType
{
    String,
    Memo,
    Integer,
    BigInt,
    Decimal,
    Double,
    Money,
    Boolean,
    DateTime,
    Choice,
    MultiChoice,
    State,
    Status,
    Lookup,
    Customer,
    Owner,
    UniqueIdentifier,
    EntityName,
    File,
    Image,
    Virtual,
}
