using System.IO;
using Dataverse.Local;

namespace CrmExtensions.Cli.Demo;

/// <summary>An environment that an earlier command has kept.</summary>
internal static class EnvironmentFile
{
    public static LocalDataverse Open(string path)
    {
        try
        {
            return LocalDataverse.Open(new LocalDataverseOptions { Path = path });
        }
        catch (InvalidDataException other)
        {
            throw new CommandException(
                $"{path} is no environment of a local Dataverse; `{CrmxCommand.Name} demo --db FILE` creates one.",
                other);
        }
    }
}
