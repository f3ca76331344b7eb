using System.Collections.Generic;
using Dataverse.Local.Metadata;

namespace Dataverse.Local.Import;

/// <summary>Reads a whole package in the order in which its parts need one another, and checks it.</summary>
internal static class PackageReader
{
    public static PackageReading Read(SolutionZip zip, TableCatalog catalog, IReadOnlySet<string> messages)
    {
        PackageReading reading = new(zip, messages);
        ChoiceReader.ReadGlobal(reading);
        RelationshipReader.Read(reading);
        new TableReader(reading, catalog).Read();
        PluginAssemblyReader.Read(reading);
        StepReader.Read(reading);
        CustomApiReader.Read(reading);
        RoleReader.Read(reading);
        WebResourceReader.Read(reading);
        FormReader.Read(reading);
        ViewReader.Read(reading);
        EnvironmentVariableReader.Read(reading);
        OtherSectionsReader.Read(reading);

        RootComponentChecks.Check(reading, catalog);
        TableChecks.Check(reading, catalog);
        ReferenceChecks.Check(reading, catalog);
        return reading;
    }
}
