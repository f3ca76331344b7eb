using System;
using System.Collections.Frozen;
using System.Collections.Generic;
using System.Linq;
using Dataverse.Local.Plugins;

namespace Dataverse.Local.Pipeline;

/// <summary>
/// The handler of every message that the engine knows. A handler is found by being there: a class of this assembly
/// that implements <see cref="IMessageHandler"/> and has a constructor without parameters.
/// </summary>
internal sealed class MessageHandlers
{
    private readonly FrozenDictionary<string, IMessageHandler> _byMessage;
    private readonly CustomApiHandler _customApis;
    private readonly Engine _engine;

    public MessageHandlers(Engine engine)
    {
        _engine = engine;
        _customApis = new CustomApiHandler(engine);
        _byMessage = Parts.Make<IMessageHandler>().ToFrozenDictionary(handler => handler.Message);
    }

    /// <summary>Names of the built-in messages, sorted.</summary>
    public IReadOnlyList<string> Messages => _byMessage.Keys.Order(StringComparer.Ordinal).ToArray();

    /// <summary>The platform's fault, with the name in it, for a message that is not there.</summary>
    public IMessageHandler Find(string message)
    {
        if (_byMessage.TryGetValue(message ?? "", out IMessageHandler? handler))
        {
            return handler;
        }

        return _engine.Registry.FindCustomApi(message ?? "") is not null
            ? _customApis
            : throw Fault.NotSupported($"The message '{message}'");
    }
}
