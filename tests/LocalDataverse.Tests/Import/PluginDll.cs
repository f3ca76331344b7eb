using System;
using System.IO;
using System.Reflection;
using System.Reflection.Emit;
using Microsoft.Xrm.Sdk;

namespace Dataverse.Local.Tests.Import;

/// <summary>
/// A plug-in assembly made on the spot: Acme.Plugins with Refuse, which refuses whatever it is registered on, and
/// Idle, which does nothing.
/// </summary>
internal static class PluginDll
{
    public const string FullName = "Acme.Plugins, Version=1.0.0.0, Culture=neutral, PublicKeyToken=b77a5c561934e089";

    /// <summary>What Refuse says.</summary>
    public const string Refusal = "Acme refuses.";

    public static byte[] Build(
        string version = "1.0.0.0", bool withIdle = true, bool idleRefuses = false, bool withRefuse = true)
    {
        AssemblyName name = new("Acme.Plugins") { Version = new Version(version) };

        // The ECMA key: a public key that everybody has and whose token is well known.
        name.SetPublicKey([0, 0, 0, 0, 0, 0, 0, 0, 4, 0, 0, 0, 0, 0, 0, 0]);
        PersistedAssemblyBuilder assembly = new(name, typeof(object).Assembly);
        ModuleBuilder module = assembly.DefineDynamicModule("Acme.Plugins");
        if (withRefuse)
        {
            AddPlugin(module, "Acme.Plugins.Refuse", Refuse);
        }

        if (withIdle)
        {
            AddPlugin(module, "Acme.Plugins.Idle", idleRefuses ? Refuse : il => il.Emit(OpCodes.Ret));
        }

        using MemoryStream stream = new();
        assembly.Save(stream);
        return stream.ToArray();
    }

    private static void Refuse(ILGenerator il)
    {
        il.Emit(OpCodes.Ldstr, Refusal);
        il.Emit(OpCodes.Newobj, typeof(InvalidPluginExecutionException).GetConstructor([typeof(string)])!);
        il.Emit(OpCodes.Throw);
    }

    private static void AddPlugin(ModuleBuilder module, string name, Action<ILGenerator> body)
    {
        TypeBuilder type = module.DefineType(name, TypeAttributes.Public | TypeAttributes.Sealed);
        type.AddInterfaceImplementation(typeof(IPlugin));
        MethodBuilder execute = type.DefineMethod(
            nameof(IPlugin.Execute),
            MethodAttributes.Public | MethodAttributes.Virtual | MethodAttributes.Final,
            typeof(void),
            [typeof(IServiceProvider)]);
        body(execute.GetILGenerator());
        type.CreateType();
    }
}
