using System;
using System.Diagnostics;

namespace CrmExtensions.Cli.CrossSell;

/// <summary>CPU time of this process, all threads, since it was started.</summary>
internal sealed class CpuClock
{
    private readonly TimeSpan before = Process.GetCurrentProcess().TotalProcessorTime;

    public double Seconds => (Process.GetCurrentProcess().TotalProcessorTime - before).TotalSeconds;
}
