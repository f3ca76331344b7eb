using System.Globalization;
using System.Linq;
using CrmExtensions.Xrm.Schema;
using CrmExtensions.Xrm.Texts;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmExtensions.Xrm.Stores;

/// <summary>Environment variables of the solution: the value of this environment, otherwise the default.</summary>
internal sealed class SettingReader
{
    private const string ValueRow = "here";

    private readonly IOrganizationService service;

    public SettingReader(IOrganizationService service) => this.service = service;

    /// <summary>Anything but a whole number of at least 0 is a broken rule: a limit must not fail open.</summary>
    public int ReadAdjustmentLimit() => ReadLimit(EnvironmentVariableDefinition.AdjustmentLimit);

    /// <summary>The same for a transfer without a second person.</summary>
    public int ReadTransferLimit() => ReadLimit(EnvironmentVariableDefinition.TransferApprovalLimit);

    private int ReadLimit(string schemaName)
    {
        string text = ReadText(schemaName);
        if (decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out decimal limit)
            && limit >= 0
            && limit <= int.MaxValue
            && limit == decimal.Truncate(limit))
            return (int)limit;
        throw new BusinessRuleException(UserText.LimitIsNoNumber, schemaName, text);
    }

    private string ReadText(string schemaName)
    {
        var query = new QueryExpression(EnvironmentVariableDefinition.Table)
        {
            ColumnSet = new ColumnSet(EnvironmentVariableDefinition.Columns.DefaultValue),
        };
        query.Criteria.AddCondition(
            EnvironmentVariableDefinition.Columns.SchemaName, ConditionOperator.Equal, schemaName);
        LinkEntity here = query.AddLink(
            EnvironmentVariableValue.Table,
            EnvironmentVariableDefinition.Columns.Id,
            EnvironmentVariableValue.Columns.DefinitionId,
            JoinOperator.LeftOuter);
        here.EntityAlias = ValueRow;
        here.Columns = new ColumnSet(EnvironmentVariableValue.Columns.Value);

        Entity? row = service.RetrieveMultiple(query).Entities.FirstOrDefault();
        return row?.Linked<string>(ValueRow, EnvironmentVariableValue.Columns.Value)
            ?? row?.GetAttributeValue<string>(EnvironmentVariableDefinition.Columns.DefaultValue)
            ?? "";
    }
}
