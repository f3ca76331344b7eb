using System.Collections.Generic;

namespace CrmExtensions.Xrm.Jobs;

/// <summary>What a job does: cuts its subjects, finds them behind a cursor and works on one at a time.</summary>
internal interface IJobWork
{
    /// <summary>The parts that run side by side; none where there is nothing to do.</summary>
    IReadOnlyList<SliceRange> Cut(SliceCutter cutter);

    /// <summary>The next subjects in the order of their cursors; empty at the end.</summary>
    IReadOnlyList<JobSubject> Next(string cursor, SliceScope scope);

    /// <summary>Doing it twice has the effect of doing it once.</summary>
    void Do(JobSubject subject, SliceScope scope);
}
