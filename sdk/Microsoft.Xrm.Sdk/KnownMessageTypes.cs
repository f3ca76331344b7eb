using System;
using System.Collections.Generic;
using System.Linq;

namespace Microsoft.Xrm.Sdk;

/// <summary>The typed messages of this assembly, for the serializer of a request or of a batch.</summary>
internal static class KnownMessageTypes
{
    public static IEnumerable<Type> DerivedFrom(Type message) =>
        message.Assembly.GetTypes().Where(type => type.IsSubclassOf(message));
}
