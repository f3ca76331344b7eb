using System;
using System.Collections.Generic;
using System.Linq;
using Dataverse.Local.Pipeline;
using Dataverse.Local.Plugins;
using Dataverse.Local.Store;
using Microsoft.Xrm.Sdk;

namespace Dataverse.Local.Registration;

/// <summary>
/// When a file is opened: the packages have brought back what they registered; then the rows decide, which tools and
/// administrators may have changed since. The same when another environment on the file has changed them.
/// </summary>
internal static class RestoredRegistrations
{
    public static void Into(Engine engine, Session session, bool opening)
    {
        if (opening && engine.Database.IsOnlyUser)
        {
            DirectRegistration.Forget(session);
        }

        if (opening)
        {
            RemoveGone(engine, session);
        }

        HashSet<Guid> direct = DirectRegistration.Ids(session);
        foreach (Entity row in session.All(engine.Tables.Get(AssemblyRows.TableName)))
        {
            if (AssemblyRows.Read(session, row) is PluginAssembly assembly)
            {
                engine.Registry.Add(assembly);
            }
        }

        foreach (Entity row in session.All(engine.Tables.Get(CustomApiRows.TableName)))
        {
            engine.Registry.Add(CustomApiRows.Read(session, row));
        }

        HashSet<Guid> steps = [];
        foreach (Entity row in session.All(engine.Tables.Get(StepRows.TableName)))
        {
            steps.Add(row.Id);
            if (!direct.Contains(row.Id))
            {
                engine.Registry.Add(StepRows.Read(session, row));
            }
        }

        engine.Registry.RemoveSteps(engine.Registry.Steps.Select(step => step.Id).Where(id => !steps.Contains(id)));
    }

    private static void RemoveGone(Engine engine, Session session)
    {
        HashSet<string> assemblies = [.. session.All(engine.Tables.Get(AssemblyRows.TableName))
            .Select(row => row.GetAttributeValue<string>("name"))];
        foreach (PluginAssembly gone in engine.Registry.Assemblies.Where(known => !assemblies.Contains(known.Name)))
        {
            engine.Registry.RemoveAssembly(gone.Name);
        }

        HashSet<Guid> apis = session.Ids(engine.Tables.Get(CustomApiRows.TableName));
        foreach (CustomApi gone in engine.Registry.CustomApis.Where(api => !apis.Contains(api.Id)))
        {
            engine.Registry.RemoveCustomApi(gone.Id);
        }
    }
}
