namespace CrmExtensions.Benchmarks;

internal static class Program
{
    private static int Main() => 0;
}
