using System.Text.Json;
using Microsoft.OData.UriParser;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;

namespace Dataverse.Local.Http.Api;

/// <summary>
/// Relates rows by <c>/$ref</c>: POST adds to a collection, PUT sets a lookup, DELETE takes either back. The other row
/// stands in the body, in <c>$id</c> or in the address.
/// </summary>
internal sealed class ReferenceWrites
{
    private readonly ApiCall _call;

    public ReferenceWrites(ApiCall call) => _call = call;

    public ApiAnswer Answer(Navigation navigation, EntityReference row, KeySegment? key)
    {
        switch (_call.Method)
        {
            case "POST" when navigation.IsCollection && key is null:
                _call.Service.Execute(new AssociateRequest
                {
                    Target = row, Relationship = Named(navigation), RelatedEntities = [InBody()],
                });
                break;
            case "DELETE" when navigation.IsCollection:
                _call.Service.Execute(new DisassociateRequest
                {
                    Target = row, Relationship = Named(navigation), RelatedEntities = [InAddress(key)],
                });
                break;
            case "PUT" when !navigation.IsCollection && key is null:
                SetLookup(navigation, row, InBody());
                break;
            case "DELETE" when !navigation.IsCollection && key is null:
                SetLookup(navigation, row, null);
                break;
            default:
                throw _call.NotAllowed();
        }

        return ApiAnswer.Empty();
    }

    private static Relationship Named(Navigation navigation) =>
        new(navigation.Relationship!.SchemaName) { PrimaryEntityRole = navigation.Role };

    private void SetLookup(Navigation navigation, EntityReference row, EntityReference? value)
    {
        Entity changes = new(row.LogicalName, row.Id)
        {
            KeyAttributes = row.KeyAttributes,
            [navigation.Column.LogicalName] = value,
        };
        _call.Service.Update(changes);
    }

    private EntityReference InBody()
    {
        JsonElement body = _call.Json();
        return body.ValueKind == JsonValueKind.Object
            && body.TryGetProperty("@odata.id", out JsonElement id) && id.ValueKind == JsonValueKind.String
            ? _call.Addresses.Read(id.GetString()!)
            : throw ApiException.BadBody("The body of a reference is {\"@odata.id\": \"address of a row\"}.");
    }

    private EntityReference InAddress(KeySegment? key)
    {
        if (key is not null) return _call.Addresses.ReferenceOf(key);
        return _call.Option("$id") is string address
            ? _call.Addresses.Read(address)
            : throw ApiException.BadUrl("Which row to take out of the collection stands in $id or in the address.");
    }
}
