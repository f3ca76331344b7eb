using System.Collections.Generic;
using Dataverse.Local.Metadata;

namespace Dataverse.Local.Http.Pages;

internal sealed record SiteMapGroup(string Title, IReadOnlyList<Table> Tables);
