using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.OData;
using Microsoft.OData.Edm;
using Microsoft.OData.UriParser;
using Microsoft.Xrm.Sdk;

namespace Dataverse.Local.Http.Api;

/// <summary>
/// The function <c>RetrieveUserSetOfPrivilegesByNames</c>, bound to a user: which of the named privileges the user has.
/// </summary>
internal static class PrivilegeFunction
{
    public const string Name = "RetrieveUserSetOfPrivilegesByNames";

    private const string NamesParameter = "PrivilegeNames";

    public static void AddTo(EdmModel model, IEdmEntityType user)
    {
        EdmCoreModel core = EdmCoreModel.Instance;
        EdmEnumType depth = new(CatalogModel.Namespace, nameof(PrivilegeDepth));
        foreach (PrivilegeDepth one in Enum.GetValues<PrivilegeDepth>())
        {
            depth.AddMember(one.ToString(), new EdmEnumMemberValue((long)one));
        }

        EdmComplexType privilege = new(CatalogModel.Namespace, nameof(RolePrivilege));
        privilege.AddStructuralProperty("Depth", new EdmEnumTypeReference(depth, isNullable: false));
        privilege.AddStructuralProperty("PrivilegeId", core.GetGuid(isNullable: false));
        privilege.AddStructuralProperty("BusinessUnitId", core.GetGuid(isNullable: false));
        privilege.AddStructuralProperty("PrivilegeName", core.GetString(isNullable: true));
        EdmComplexType result = new(CatalogModel.Namespace, Name + "Response");
        result.AddStructuralProperty("RolePrivileges", new EdmCollectionTypeReference(
            new EdmCollectionType(new EdmComplexTypeReference(privilege, isNullable: false))));
        EdmFunction function = new(
            CatalogModel.Namespace, Name, new EdmComplexTypeReference(result, isNullable: false),
            isBound: true, entitySetPathExpression: null, isComposable: false);
        function.AddParameter("entity", new EdmEntityTypeReference(user, isNullable: false));
        function.AddParameter(NamesParameter, new EdmCollectionTypeReference(
            new EdmCollectionType(core.GetString(isNullable: false))));
        foreach (IEdmSchemaElement one in (IEdmSchemaElement[])[depth, privilege, result, function])
        {
            model.AddElement(one);
        }
    }

    /// <param name="valueOf">The constant behind a parameter, an alias of the URL included.</param>
    public static ApiAnswer Answer(
        ApiCall call, EntityReference user, IEnumerable<OperationSegmentParameter> given,
        Func<object?, object?> valueOf)
    {
        object? names = given.Where(one => one.Name == NamesParameter)
            .Select(one => valueOf(one.Value)).FirstOrDefault();
        OrganizationRequest request = new(Name)
        {
            ["UserId"] = user.Id,
            [NamesParameter] = ((names as ODataCollectionValue)?.Items ?? []).Select(NameIn).ToArray(),
        };
        var held = (RolePrivilege[])call.Service.Execute(request).Results["RolePrivileges"];
        return ApiAnswer.Json(json =>
        {
            json.WriteStartObject();
            json.WriteString("@odata.context", $"{call.Root}$metadata#{CatalogModel.Namespace}.{Name}Response");
            json.WriteStartArray("RolePrivileges");
            foreach (RolePrivilege privilege in held) Write(json, privilege);
            json.WriteEndArray();
            json.WriteEndObject();
        });
    }

    private static string NameIn(object? item) =>
        item as string ?? throw ApiException.BadBody($"'{NamesParameter}' is a list of texts.");

    private static void Write(Utf8JsonWriter json, RolePrivilege privilege)
    {
        json.WriteStartObject();
        json.WriteString("Depth", privilege.Depth.ToString());
        json.WriteString("PrivilegeId", privilege.PrivilegeId);
        json.WriteString("BusinessUnitId", privilege.BusinessUnitId);
        json.WriteString("PrivilegeName", privilege.PrivilegeName);
        json.WriteEndObject();
    }
}
