namespace System.Runtime.CompilerServices;

/// <summary>Lets <c>init</c> and records compile where the framework is too old to bring this marker itself.</summary>
internal static class IsExternalInit
{
}
