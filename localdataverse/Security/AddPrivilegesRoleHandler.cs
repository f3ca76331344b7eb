using System;
using System.Collections.Generic;
using System.Linq;
using Dataverse.Local.Messages.Rows;
using Dataverse.Local.Metadata;
using Dataverse.Local.Pipeline;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;

namespace Dataverse.Local.Security;

/// <summary>Adds privileges to a role; one that it has already gets the depth of the request.</summary>
internal sealed class AddPrivilegesRoleHandler : IMessageHandler
{
    public string Message => "AddPrivilegesRole";

    public OrganizationResponse Handle(OrganizationRequest request, Operation operation)
    {
        Guid role = request.Required<Guid>("RoleId");
        RolePrivilege[] added = request.Required<RolePrivilege[]>("Privileges");
        if (!operation.Session.Exists(operation.Tables.Get("role"), role))
        {
            throw RowWriter.NotFound("role", role);
        }

        Dictionary<Guid, string> known = PrivilegeRows.Names(operation.Engine).ToDictionary(PrivilegeRow.IdOf);
        foreach (RolePrivilege privilege in added)
        {
            Guid id = privilege.PrivilegeId != Guid.Empty || string.IsNullOrEmpty(privilege.PrivilegeName)
                ? privilege.PrivilegeId
                : PrivilegeRow.IdOf(privilege.PrivilegeName);
            string name = known.GetValueOrDefault(id) ?? throw RowWriter.NotFound("privilege", id);
            Put(operation, new Entity("privilege", id) { Attributes = PrivilegeRow.Columns(name) });
            Put(operation, PrivilegeRows.Link(role, name, Principals.DepthOf(privilege.Depth)));
        }

        return new OrganizationResponse { ResponseName = Message };
    }

    private static void Put(Operation operation, Entity row)
    {
        Table table = operation.Tables.Get(row.LogicalName);
        if (operation.Session.Exists(table, row.Id))
        {
            operation.Session.Update(table, row.Id, row.Attributes);
            return;
        }

        row[table.PrimaryId] = row.Id;
        operation.Session.Insert(table, row);
    }
}
