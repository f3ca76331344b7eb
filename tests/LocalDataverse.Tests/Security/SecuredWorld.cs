using System;
using System.Linq;
using System.ServiceModel;
using Dataverse.Local.Pipeline;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Dataverse.Local.Tests.Security;

/// <summary>An environment with a user who has just the privileges that a test gives him.</summary>
internal sealed class SecuredWorld : IDisposable
{
    private int _made;

    public TestEnvironment Environment { get; } = new();

    public LocalDataverse Dataverse => Environment.Dataverse;

    public IOrganizationService Admin => Environment.Service;

    /// <summary>A user with one role of these privileges.</summary>
    public Guid User(PrivilegeDepth depth, params string[] privileges)
    {
        string role = "Role " + ++_made;
        Dataverse.AddRole(role, depth, privileges);
        return Dataverse.AddUser("User " + _made, role);
    }

    public IOrganizationService As(Guid user) => Dataverse.Connect(user);

    public IOrganizationService With(PrivilegeDepth depth, params string[] privileges) =>
        As(User(depth, privileges));

    public Guid Account(string name, EntityReference? owner = null)
    {
        Entity account = new("account") { ["name"] = name };
        if (owner is not null) account["ownerid"] = owner;
        return Admin.Create(account);
    }

    public Guid BusinessUnit(string name, Guid? parent = null) => Admin.Create(new Entity("businessunit")
    {
        ["name"] = name,
        ["parentbusinessunitid"] = new EntityReference("businessunit", parent ?? Dataverse.BusinessUnitId),
    });

    public void Move(Guid user, Guid businessUnit) => Admin.Update(new Entity("systemuser", user)
    {
        ["businessunitid"] = new EntityReference("businessunit", businessUnit),
    });

    public static EntityReference Reference(Guid user) => new("systemuser", user);

    public static OrganizationServiceFault Refused(Action work) =>
        Assert.Throws<FaultException<OrganizationServiceFault>>(work).Detail;

    /// <summary>No role has the privilege.</summary>
    public static void Lacks(string privilege, Action work)
    {
        OrganizationServiceFault fault = Refused(work);
        Assert.Equal(ErrorCodes.PrivilegeDenied, fault.ErrorCode);
        Assert.Contains($"is missing {privilege} privilege", fault.Message, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>The privilege does not reach the row.</summary>
    public static void OutOfReach(AccessRights right, Action work)
    {
        OrganizationServiceFault fault = Refused(work);
        Assert.Equal(ErrorCodes.AccessDeniedToRow, fault.ErrorCode);
        Assert.Contains($"does not have {right} right(s) for record with id", fault.Message, StringComparison.Ordinal);
    }

    public static string[] Names(IOrganizationService service, string table = "account", string column = "name")
    {
        QueryExpression query = new(table) { ColumnSet = new ColumnSet(column) };
        query.AddOrder(column, OrderType.Ascending);
        return [.. service.RetrieveMultiple(query).Entities.Select(row => row.GetAttributeValue<string>(column))];
    }

    public void Dispose() => Environment.Dispose();
}
