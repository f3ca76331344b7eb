namespace CrmExtensions.Xrm.Schema;

/// <summary>The platform's table of system jobs, as far as our heartbeats are found in it.</summary>
internal static class AsyncOperation
{
    public const string Table = "asyncoperation";

    public static class Columns
    {
        public const string Name = "name", State = "statecode", Status = "statuscode";
    }
}
