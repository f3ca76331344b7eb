namespace CrmExtensions.Xrm.Jobs;

/// <summary>The numbers of the choice crmx_slicestate.</summary>
internal enum SliceState
{
    /// <summary>Cut, or its time was up: the next heartbeat wakes it.</summary>
    Waiting = 0,

    /// <summary>Until its lease ends; afterwards whoever ran it is gone.</summary>
    Running = 1,

    Done = 2,

    /// <summary>Done, but some of its subjects could not be worked on; findings name them.</summary>
    Failed = 3,
}
