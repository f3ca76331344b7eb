using System;
using System.Collections.Generic;
using System.Linq;
using Dataverse.Local.Metadata;
using Microsoft.OData;
using Microsoft.OData.UriParser;
using Microsoft.Xrm.Sdk;

namespace Dataverse.Local.Http.Api;

/// <summary>
/// Addresses of rows: <c>/accounts(id)</c>, <c>accounts(name='x')</c> for an alternate key, or the whole URL.
/// </summary>
internal sealed class RowAddress
{
    private readonly CatalogModel _model;
    private readonly Uri _root;

    public RowAddress(CatalogModel model, Uri root)
    {
        _model = model;
        _root = root;
    }

    /// <summary>Short names of rows, such as <c>$1</c>, with their addresses.</summary>
    public IReadOnlyDictionary<string, string> References { get; init; } = new Dictionary<string, string>();

    public ODataUriParser Parser(Uri address) =>
        new(_model.Model, _root, address)
        {
            Resolver = new AlternateKeysODataUriResolver(_model.Model),
            EnableUriTemplateParsing = false,
        };

    /// <summary>An address in a body.</summary>
    public EntityReference Read(string address)
    {
        address = References.GetValueOrDefault(address, address);
        try
        {
            bool isWhole = address.StartsWith("http", StringComparison.OrdinalIgnoreCase);
            Uri uri = isWhole ? new Uri(address) : new Uri(_root, address.TrimStart('/'));
            ODataPath path = Parser(uri).ParsePath();
            if (path.Count == 2 && path.LastSegment is KeySegment key) return ReferenceOf(key);
        }
        catch (Exception malformed) when (malformed is ODataException or UriFormatException)
        {
            throw ApiException.BadBody($"'{address}' is not the address of a row: {malformed.Message}", malformed);
        }

        throw ApiException.BadBody($"'{address}' is not the address of a row, such as '/accounts(id)'.");
    }

    /// <summary>By id, or by the values of an alternate key.</summary>
    public EntityReference ReferenceOf(KeySegment segment)
    {
        Table table = _model.TableOf(segment.EdmType);
        KeyValuePair<string, object>[] keys = segment.Keys.ToArray();
        if (keys.Length == 1 && keys[0].Key == table.PrimaryId)
        {
            return new EntityReference(table.LogicalName, (Guid)keys[0].Value);
        }

        KeyAttributeCollection values = new();
        foreach (KeyValuePair<string, object> key in keys)
        {
            Column column = PropertyNames.Find(table, key.Key)!;
            values[column.LogicalName] = ValueOf(column, key.Value);
        }

        return new EntityReference(table.LogicalName, values);
    }

    /// <summary>Where a row can be read again, for OData-EntityId.</summary>
    public string Of(Table table, Guid id) => $"{_root}{table.EntitySetName}({id})";

    private static object ValueOf(Column column, object value) => column.Type switch
    {
        ColumnType.Choice or ColumnType.State or ColumnType.Status => new OptionSetValue((int)value),
        _ when column.IsLookup => new EntityReference(column.Targets[0], (Guid)value),
        _ => value is DateTimeOffset time ? time.UtcDateTime : value,
    };
}
