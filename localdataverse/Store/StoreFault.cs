using System;
using System.ServiceModel;
using Dataverse.Local.Metadata;
using Dataverse.Local.Pipeline;
using Microsoft.Xrm.Sdk;

namespace Dataverse.Local.Store;

/// <summary>The platform's faults that arise in the database (codes: Learn, web service error codes).</summary>
internal static class StoreFault
{
    public const int SqlTimeout = unchecked((int)0x80044151);
    public const string SqlTimeoutText = "Sql error: 'Execution Timeout Expired.  The timeout period elapsed prior to "
        + "completion of the operation or the server is not responding.'";
    public const int SqlArithmeticOverflow = unchecked((int)0x80040233);
    public const string SqlArithmeticOverflowText = "A SQL arithmetic overflow error occurred";

    /// <summary>Another transaction holds the lock for longer than a writer waits.</summary>
    public static FaultException<OrganizationServiceFault> SqlTimedOut() => Fault.Because(SqlTimeout, SqlTimeoutText);

    public static FaultException<OrganizationServiceFault> DuplicateId(Table table, Guid id) =>
        Fault.Because(ErrorCodes.DuplicateRecord, "Cannot insert duplicate key. A record with the id "
            + $"{id} exists in {table.LogicalName}.");

    public static FaultException<OrganizationServiceFault> DuplicateKey(AlternateKey key) =>
        Fault.Because(ErrorCodes.DuplicateRecordEntityKey, "A record that has the attribute values "
            + $"{string.Join(", ", key.Columns)} already exists. The entity key {key.SchemaName} requires that this "
            + "set of attributes contains unique values. Select unique values and try again.");

    public static FaultException<OrganizationServiceFault> DoesNotFit(Column column, object value) =>
        Fault.Because(
            ErrorCodes.OutOfRange, $"The value {value} of '{column.LogicalName}' is outside of what the local "
            + $"Dataverse can hold.");

    /// <summary>Which key, or the id, two rows would share.</summary>
    public static Exception Of(ConstraintException refused, TablePlan plan, Guid id)
    {
        foreach (AlternateKey key in plan.Table.Keys)
        {
            StoredColumn first = plan.Get(key.Columns[0]);
            string named = $"{plan.Table.LogicalName}.{(first.FoldSql ?? first.Sql).Trim('"')}";
            if (refused.Message.EndsWith(named, StringComparison.Ordinal)
                || refused.Message.Contains(named + ",", StringComparison.Ordinal)) return DuplicateKey(key);
        }

        return DuplicateId(plan.Table, id);
    }
}
