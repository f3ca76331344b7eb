using System;
using System.Collections.Generic;
using System.Linq;
using Dataverse.Local.Metadata;
using Dataverse.Local.Pipeline;
using Microsoft.OData.Edm;
using Microsoft.OData.Edm.Csdl;
using Microsoft.OData.Edm.Vocabularies;

namespace Dataverse.Local.Http.Api;

/// <summary>Writes the OData model of a catalog; one writer writes one model.</summary>
internal sealed class CatalogModelWriter
{
    private readonly TableCatalog _catalog;
    private readonly NavigationIndex _navigations;
    private readonly IReadOnlyList<CustomApi> _apis;
    private readonly EdmModel _model = new();
    private readonly EdmEntityContainer _container = new(CatalogModel.Namespace, "System");
    private readonly EdmEntityType _base =
        new(CatalogModel.Namespace, "crmbaseentity", null, isAbstract: true, isOpen: false);
    private readonly Dictionary<string, EdmEntityType> _types = new(StringComparer.Ordinal);
    private readonly Dictionary<string, EdmEntitySet> _sets = new(StringComparer.Ordinal);

    public CatalogModelWriter(TableCatalog catalog, NavigationIndex navigations, IReadOnlyList<CustomApi> apis)
    {
        _catalog = catalog;
        _navigations = navigations;
        _apis = apis;
    }

    public IEdmModel Write()
    {
        _model.SetNamespaceAlias(CatalogModel.Namespace, "mscrm");
        _model.AddElement(_base);
        foreach (Table table in _catalog.Tables) AddType(table);
        foreach (Table table in _catalog.Tables) AddNavigations(table);
        AddWhoAmI();
        AddRetrieveVersion();
        PrivilegeFunction.AddTo(_model, _types["systemuser"]);
        foreach (CustomApi api in _apis.Where(api => !api.IsPrivate)) AddCustomApi(api);
        _model.AddElement(_container);
        return _model;
    }

    private static EdmPrimitiveTypeKind? KindOf(Column column) => column.Type switch
    {
        ColumnType.String or ColumnType.Memo or ColumnType.EntityName or ColumnType.MultiChoice =>
            EdmPrimitiveTypeKind.String,
        ColumnType.Integer or ColumnType.Choice or ColumnType.State or ColumnType.Status => EdmPrimitiveTypeKind.Int32,
        ColumnType.BigInt => EdmPrimitiveTypeKind.Int64,
        ColumnType.Decimal or ColumnType.Money => EdmPrimitiveTypeKind.Decimal,
        ColumnType.Double => EdmPrimitiveTypeKind.Double,
        ColumnType.Boolean => EdmPrimitiveTypeKind.Boolean,
        ColumnType.DateTime => column.DateBehavior == DateBehavior.DateOnly
            ? EdmPrimitiveTypeKind.Date
            : EdmPrimitiveTypeKind.DateTimeOffset,
        ColumnType.Image => EdmPrimitiveTypeKind.Binary,
        ColumnType.Virtual => null,
        _ => EdmPrimitiveTypeKind.Guid,
    };

    private void AddType(Table table)
    {
        EdmEntityType type = new(CatalogModel.Namespace, table.LogicalName, _base, isAbstract: false, isOpen: false);
        foreach (Column column in table.OrderedColumns.Where(PropertyNames.IsShown))
        {
            if (KindOf(column) is not EdmPrimitiveTypeKind kind) continue;
            EdmStructuralProperty property = type.AddStructuralProperty(
                PropertyNames.Of(column),
                EdmCoreModel.Instance.GetPrimitive(kind, isNullable: column.LogicalName != table.PrimaryId));
            if (column.LogicalName == table.PrimaryId) type.AddKeys(property);
        }

        foreach (AlternateKey key in table.Keys)
        {
            Dictionary<string, IEdmProperty> parts = key.Columns.ToDictionary(
                name => PropertyNames.Of(table.Columns[name]),
                name => type.FindProperty(PropertyNames.Of(table.Columns[name])));
            _model.AddAlternateKeyAnnotation(type, parts);
        }

        _types.Add(table.LogicalName, type);
        _model.AddElement(type);
        _sets.Add(table.LogicalName, _container.AddEntitySet(table.EntitySetName, type));
    }

    private void AddNavigations(Table table)
    {
        EdmEntityType type = _types[table.LogicalName];
        foreach (Navigation navigation in _navigations.Of(table))
        {
            if (type.FindProperty(navigation.Name) is not null) continue;
            EdmNavigationProperty property = type.AddUnidirectionalNavigation(new EdmNavigationPropertyInfo
            {
                Name = navigation.Name,
                Target = _types[navigation.Target.LogicalName],
                TargetMultiplicity = navigation.IsCollection ? EdmMultiplicity.Many : EdmMultiplicity.ZeroOrOne,
            });
            _sets[table.LogicalName].AddNavigationTarget(property, _sets[navigation.Target.LogicalName]);
        }
    }

    private void AddWhoAmI()
    {
        EdmComplexType result = AddResult("WhoAmI");
        foreach (string id in (string[])["BusinessUnitId", "UserId", "OrganizationId"])
        {
            result.AddStructuralProperty(id, EdmPrimitiveTypeKind.Guid, isNullable: false);
        }

        AddFunction("WhoAmI", result);
    }

    private void AddRetrieveVersion()
    {
        EdmComplexType result = AddResult("RetrieveVersion");
        result.AddStructuralProperty("Version", EdmPrimitiveTypeKind.String);
        AddFunction("RetrieveVersion", result);
    }

    private void AddFunction(string name, EdmComplexType result)
    {
        EdmComplexTypeReference returned = new(result, isNullable: false);
        EdmFunction function = new(CatalogModel.Namespace, name, returned);
        _model.AddElement(function);
        _container.AddFunctionImport(name, function);
    }

    private EdmComplexType AddResult(string message)
    {
        EdmComplexType result = new(CatalogModel.Namespace, message + "Response");
        _model.AddElement(result);
        return result;
    }

    private void AddCustomApi(CustomApi api)
    {
        EdmComplexType? result = api.Results.Count == 0 ? null : AddResult(api.UniqueName);
        foreach (CustomApiParameter property in api.Results)
        {
            result!.AddProperty(new EdmStructuralProperty(result, property.UniqueName, TypeOf(property)));
        }

        IEdmTypeReference? returned = result is null ? null : new EdmComplexTypeReference(result, isNullable: true);
        bool isBound = api.BindingType != 0 && api.BoundTable is not null;
        EdmOperation operation = api.IsFunction
            ? new EdmFunction(CatalogModel.Namespace, api.UniqueName, returned, isBound, null, isComposable: false)
            : new EdmAction(CatalogModel.Namespace, api.UniqueName, returned, isBound, null);
        if (isBound) operation.AddParameter("entity", BoundTypeOf(api));
        foreach (CustomApiParameter parameter in api.Parameters)
        {
            operation.AddParameter(parameter.UniqueName, TypeOf(parameter));
        }

        _model.AddElement(operation);
        if (isBound) return;
        if (operation is EdmFunction function) _container.AddFunctionImport(api.UniqueName, function);
        else _container.AddActionImport(api.UniqueName, (EdmAction)operation);
    }

    private IEdmTypeReference BoundTypeOf(CustomApi api)
    {
        EdmEntityTypeReference one = new(_types[_catalog.Get(api.BoundTable!).LogicalName], isNullable: false);
        return api.BindingType == 1 ? one : new EdmCollectionTypeReference(new EdmCollectionType(one));
    }

    private IEdmTypeReference TypeOf(CustomApiParameter parameter)
    {
        EdmCoreModel core = EdmCoreModel.Instance;
        IEdmEntityType table = parameter.Table is null ? _base : _types[_catalog.Get(parameter.Table).LogicalName];
        EdmEntityTypeReference row = new(table, isNullable: true);
        return parameter.Type switch
        {
            CustomApiParameterType.Boolean => core.GetBoolean(isNullable: true),
            CustomApiParameterType.DateTime => core.GetDateTimeOffset(isNullable: true),
            CustomApiParameterType.Decimal or CustomApiParameterType.Money => core.GetDecimal(isNullable: true),
            CustomApiParameterType.Entity or CustomApiParameterType.EntityReference => row,
            CustomApiParameterType.EntityCollection => new EdmCollectionTypeReference(new EdmCollectionType(row)),
            CustomApiParameterType.Float => core.GetDouble(isNullable: true),
            CustomApiParameterType.Integer or CustomApiParameterType.Picklist => core.GetInt32(isNullable: true),
            CustomApiParameterType.String => core.GetString(isNullable: true),
            CustomApiParameterType.StringArray =>
                new EdmCollectionTypeReference(new EdmCollectionType(core.GetString(isNullable: false))),
            CustomApiParameterType.Guid => core.GetGuid(isNullable: true),
            _ => throw new ArgumentOutOfRangeException(nameof(parameter), parameter.Type, "Unknown parameter type."),
        };
    }
}
