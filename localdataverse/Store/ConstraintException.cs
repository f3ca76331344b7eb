using System;

namespace Dataverse.Local.Store;

/// <summary>A unique index refused a row; the session turns it into the platform's fault.</summary>
internal sealed class ConstraintException : Exception
{
    public ConstraintException(int code, string message)
        : base(message) => Code = code;

    public int Code { get; }
}
