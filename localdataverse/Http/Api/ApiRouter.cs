using System;
using System.IO;
using System.Linq;
using System.Text;
using System.Xml;
using Dataverse.Local.Metadata;
using Microsoft.OData.Edm;
using Microsoft.OData.Edm.Csdl;
using Microsoft.OData.UriParser;
using Microsoft.Xrm.Sdk;

namespace Dataverse.Local.Http.Api;

/// <summary>Finds what a URL means and has it answered.</summary>
internal sealed class ApiRouter
{
    private static readonly string[] RefusedOptions = ["$apply", "$search", "$compute", "savedQuery", "userQuery"];

    private readonly ApiCall _call;
    private readonly LocalDataverse _dataverse;

    public ApiRouter(ApiCall call, LocalDataverse dataverse)
    {
        _call = call;
        _dataverse = dataverse;
    }

    public ApiAnswer Answer()
    {
        foreach (string option in RefusedOptions)
        {
            if (_call.Option(option) is not null) throw ApiException.NotSupported($"The query option {option}");
        }

        if (_call.Resource.Length == 0) return ServiceDocument();
        ODataPath path = _call.Url.ParsePath();
        return path.FirstSegment switch
        {
            MetadataSegment => Metadata(),
            EntitySetSegment set => OfSet(_call.Model.TableOf(set.EntitySet.EntityType()), path.ToArray()),
            OperationImportSegment import => new OperationCall(_call, _dataverse)
                .Answer(import.OperationImports.First().Name, import.Parameters, null),
            _ => throw ApiException.NotSupported($"The path '{_call.Resource}'"),
        };
    }

    private ApiAnswer OfSet(Table table, ODataPathSegment[] path) => path.Length switch
    {
        1 => _call.Method switch
        {
            "GET" or "HEAD" => new RowQueries(_call).List(table),
            "POST" => new RowWrites(_call).Create(table),
            _ => throw _call.NotAllowed(),
        },
        2 when path[1] is CountSegment => new RowQueries(_call).Count(table),
        2 when path[1] is OperationSegment operation => Bound(operation, null),
        2 when path[1] is KeySegment key => OfRow(table, _call.Addresses.ReferenceOf(key)),
        3 or 4 when path[1] is KeySegment key && ReferenceOf(table, path) is Navigation navigation =>
            new ReferenceWrites(_call).Answer(
                navigation, _call.Addresses.ReferenceOf(key), path.Skip(2).OfType<KeySegment>().FirstOrDefault()),
        3 when path[1] is KeySegment key => OfRowPart(table, _call.Addresses.ReferenceOf(key), path[2]),
        _ => throw ApiException.NotSupported($"The path '{_call.Resource}'"),
    };

    /// <summary>Null: the address does not end in $ref.</summary>
    private Navigation? ReferenceOf(Table table, ODataPathSegment[] path) =>
        path.OfType<NavigationPropertyLinkSegment>().FirstOrDefault() is { } link
            ? _call.Model.Navigations.Find(table, link.NavigationProperty.Name)
            : null;

    private ApiAnswer OfRow(Table table, EntityReference row) => _call.Method switch
    {
        "GET" or "HEAD" => new RowQueries(_call).One(table, row),
        "PATCH" => new RowWrites(_call).Update(table, row),
        "DELETE" => new RowWrites(_call).Delete(row),
        _ => throw _call.NotAllowed(),
    };

    private ApiAnswer OfRowPart(Table table, EntityReference row, ODataPathSegment part)
    {
        if (part is OperationSegment operation) return Bound(operation, row);
        if (part is PropertySegment property)
        {
            Column column = PropertyNames.Find(table, property.Property.Name)!;
            return _call.Method switch
            {
                "GET" or "HEAD" => new RowQueries(_call).Property(table, row, column),
                "PUT" => new RowWrites(_call).PutProperty(table, row, column),
                "DELETE" => new RowWrites(_call).ClearProperty(row, column),
                _ => throw _call.NotAllowed(),
            };
        }

        if (part is NavigationPropertySegment navigation && _call.Method is "GET" or "HEAD")
        {
            string name = ((NavigationPropertySegment)part).NavigationProperty.Name;
            return new RowQueries(_call).Related(_call.Model.Navigations.Find(table, name)!, row);
        }

        throw ApiException.NotSupported($"{_call.Method} of '{part.Identifier}'");
    }

    private ApiAnswer Bound(OperationSegment operation, EntityReference? row) =>
        new OperationCall(_call, _dataverse).Answer(operation.Operations.First().Name, operation.Parameters, row);

    private ApiAnswer ServiceDocument() => ApiAnswer.Json(json =>
    {
        json.WriteStartObject();
        json.WriteString("@odata.context", $"{_call.Root}$metadata");
        json.WriteStartArray("value");
        foreach (Table table in _dataverse.Tables.Tables)
        {
            json.WriteStartObject();
            json.WriteString("name", table.EntitySetName);
            json.WriteString("kind", "EntitySet");
            json.WriteString("url", table.EntitySetName);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    });

    private ApiAnswer Metadata()
    {
        using StringWriter text = new Utf8Text();
        using (XmlWriter xml = XmlWriter.Create(text, new XmlWriterSettings { Indent = true }))
        {
            if (!CsdlWriter.TryWriteCsdl(_call.Model.Model, xml, CsdlTarget.OData, out var errors))
            {
                throw new InvalidOperationException($"The model cannot be written: {errors.First().ErrorMessage}");
            }
        }

        return ApiAnswer.Text(text.ToString(), "application/xml");
    }

    private sealed class Utf8Text : StringWriter
    {
        public override Encoding Encoding => Encoding.UTF8;
    }
}
