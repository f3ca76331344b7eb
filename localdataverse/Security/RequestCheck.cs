using System;
using System.Linq;
using Dataverse.Local.Metadata;
using Dataverse.Local.Pipeline;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;

namespace Dataverse.Local.Security;

/// <summary>What one request asks of one principal's rights.</summary>
internal sealed class RequestCheck
{
    private const string BypassPlugins = "prvBypassCustomPlugins";
    private const string BypassLogic = "prvBypassCustomBusinessLogic";

    private readonly Operation _operation;
    private readonly PrincipalRights _rights;
    private readonly RowAccess _rows;

    public RequestCheck(Operation operation, PrincipalRights rights)
    {
        _operation = operation;
        _rights = rights;
        _rows = new RowAccess(operation, rights);
    }

    public void Run()
    {
        CheckBypass();
        MessageEvent main = _operation.Main;
        switch (main.Message)
        {
            case "Create" or "CreateMultiple":
                Array.ForEach(_operation.Rows, row => new WriteCheck(_operation, _rights, row).Create());
                break;
            case "Update" or "UpdateMultiple":
                Array.ForEach(_operation.Rows, row => new WriteCheck(_operation, _rights, row).Update());
                break;
            case "Delete":
                Demand(AccessRights.DeleteAccess);
                break;
            case "Retrieve":
                Demand(AccessRights.ReadAccess);
                break;
            case "Assign":
                Demand(AccessRights.AssignAccess);
                break;
            case "SetState":
                Demand(AccessRights.WriteAccess);
                break;
            case "Merge":
                Demand(AccessRights.WriteAccess);
                DemandOn(main.Table, main.Input, "SubordinateId");
                break;
            case "Associate" or "Disassociate":
                AssociationCheck.Run(_operation, _rows);
                break;
            case "GrantAccess" or "ModifyAccess":
                Demand(AccessRights.ShareAccess);
                DemandShared(main.Input);
                break;
            case "RevokeAccess":
                Demand(AccessRights.ShareAccess);
                break;
            case "AddMembersTeam" or "RemoveMembersTeam":
                DemandOn("team", main.Input, "TeamId");
                break;
            case "AddPrivilegesRole":
                DemandOn("role", main.Input, "RoleId");
                break;
            default:
                CheckPrivilege(main.Message);
                break;
        }
    }

    /// <summary>The row that the request names; without one the message itself faults.</summary>
    private void Demand(AccessRights right)
    {
        if (_operation.Main.RowId != Guid.Empty && _operation.Tables.Find(_operation.Main.Table) is Table table)
        {
            _rows.Demand(table, _operation.Main.RowId, right);
        }
    }

    /// <summary>Write on a row that the request names by its id alone.</summary>
    private void DemandOn(string table, ParameterCollection input, string parameter)
    {
        if (input.TryGetValue(parameter, out object? value) && value is Guid id)
        {
            _rows.Demand(_operation.Tables.Get(table), id, AccessRights.WriteAccess);
        }
    }

    /// <summary>Nobody shares what is not his to do.</summary>
    private void DemandShared(ParameterCollection input)
    {
        if (input.TryGetValue("PrincipalAccess", out object? value) && value is PrincipalAccess access)
        {
            foreach (AccessRights right in TableSecurity.AllRights)
            {
                if (access.AccessMask.HasFlag(right)) Demand(right);
            }
        }
    }

    /// <summary>Leaving custom logic out is a privilege.</summary>
    private void CheckBypass()
    {
        ParameterCollection input = _operation.Main.Input;
        if (input.TryGetValue("BypassCustomPluginExecution", out object? bypass) && bypass is true)
        {
            DemandPrivilege(BypassPlugins);
        }

        if (HasText(input, "BypassBusinessLogicExecution") || HasText(input, "BypassBusinessLogicExecutionStepIds"))
        {
            DemandPrivilege(BypassLogic);
        }
    }

    /// <summary>Messages that are a privilege of their own, and custom APIs with one.</summary>
    private void CheckPrivilege(string message)
    {
        string? privilege = MessagePrivileges.Of(message)
            ?? _operation.Registry.FindCustomApi(message)?.ExecutePrivilege;
        if (!string.IsNullOrEmpty(privilege))
        {
            DemandPrivilege(privilege);
        }
    }

    private void DemandPrivilege(string privilege)
    {
        if (!_rights.Has(privilege))
        {
            throw SecurityFault.MissingPrivilege(_rights, privilege, TableOf(privilege), _operation.UserId);
        }
    }

    /// <summary>The table whose privilege it is, so that the refusal can name it.</summary>
    private Table? TableOf(string privilege) => _operation.Tables.Tables.FirstOrDefault(table =>
        privilege.EndsWith(table.SchemaName, StringComparison.OrdinalIgnoreCase)
        && TableSecurity.AllRights.Any(right => string.Equals(
            _operation.Engine.Secured.Of(table).PrivilegeFor(right), privilege, StringComparison.OrdinalIgnoreCase)));

    private static bool HasText(ParameterCollection input, string name) =>
        input.TryGetValue(name, out object? value) && value is string { Length: > 0 };
}
