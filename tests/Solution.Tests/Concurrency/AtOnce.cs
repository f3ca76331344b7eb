using System;
using System.Collections.Concurrent;
using System.Linq;
using System.Threading;

namespace CrmExtensions.Solution.Tests.Concurrency;

/// <summary>Sessions that begin at the same moment, each on a connection of its own.</summary>
internal static class AtOnce
{
    /// <returns>What those met that did not succeed.</returns>
    public static Exception[] Run(int sessions, Action work) =>
        Run(Enumerable.Repeat(work, sessions).ToArray());

    public static Exception[] Run(params Action[] works)
    {
        var refused = new ConcurrentBag<Exception>();
        using var start = new Barrier(works.Length);
        Thread[] sessions = works.Select(work => new Thread(() =>
        {
            start.SignalAndWait();
            try
            {
                work();
            }
            catch (Exception why) when (why is not OutOfMemoryException)
            {
                refused.Add(why);
            }
        })).ToArray();
        foreach (Thread session in sessions) session.Start();
        foreach (Thread session in sessions) session.Join();
        return refused.ToArray();
    }
}
