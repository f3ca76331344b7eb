using System;
using System.Collections.Generic;
using System.Linq;

namespace Microsoft.Xrm.Sdk;

/// <summary>The typed messages of this assembly, so that a serializer meets no surprise in a collection of messages.</summary>
internal static class KnownMessageTypes
{
    public static IEnumerable<Type> DerivedFrom(Type message) =>
        message.Assembly.GetTypes().Where(type => type.IsSubclassOf(message));
}
