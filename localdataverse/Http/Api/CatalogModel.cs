using System.Linq;
using Dataverse.Local.Metadata;
using Microsoft.OData.Edm;

namespace Dataverse.Local.Http.Api;

/// <summary>The environment's tables and custom APIs as an OData model, at one moment.</summary>
internal sealed class CatalogModel
{
    public const string Namespace = "Microsoft.Dynamics.CRM";

    private readonly TableCatalog _catalog;

    public CatalogModel(LocalDataverse dataverse)
    {
        _catalog = dataverse.Tables;
        Navigations = new NavigationIndex(_catalog);
        Model = new CatalogModelWriter(_catalog, Navigations, [.. PlatformActions.Offered(dataverse)]).Write();
    }

    public IEdmModel Model { get; }

    public NavigationIndex Navigations { get; }

    public Table TableOf(IEdmType type) => _catalog.Get(((IEdmEntityType)type).Name);

    /// <summary>Changes whenever the model has to be built anew.</summary>
    public static string StampOf(LocalDataverse dataverse)
    {
        TableCatalog catalog = dataverse.Tables;
        long columns = catalog.Tables.Sum(table => 1_000_003L + table.Version);
        return $"{columns} {catalog.Relationships.Count} {dataverse.CustomApis.Count}";
    }
}
