namespace Dataverse.Local.Pipeline;

/// <summary>
/// The platform's error codes that the engine raises, named as in the reference "Web service error codes".
/// </summary>
public static class ErrorCodes
{
    /// <summary>0x80040203: a parameter that is missing, or of the wrong kind.</summary>
    public const int InvalidArgument = unchecked((int)0x80040203);

    /// <summary>0x80040216: what the platform itself did not expect.</summary>
    public const int UnexpectedError = unchecked((int)0x80040216);

    /// <summary>0x80040217: a row, found by id.</summary>
    public const int ObjectDoesNotExist = unchecked((int)0x80040217);

    /// <summary>0x80040220: no role of the principal has the privilege.</summary>
    public const int PrivilegeDenied = unchecked((int)0x80040220);

    /// <summary>0x80040225: a user that is switched off.</summary>
    public const int UserNotEnabled = unchecked((int)0x80040225);

    /// <summary>0x80040224: a plugin threw something else than InvalidPluginExecutionException.</summary>
    public const int IsvUnexpected = unchecked((int)0x80040224);

    /// <summary>0x80040227: a relationship restricts deleting.</summary>
    public const int CannotDeleteDueToAssociation = unchecked((int)0x80040227);

    /// <summary>0x80040237: the primary id is taken.</summary>
    public const int DuplicateRecord = unchecked((int)0x80040237);

    /// <summary>0x80040239: a date before 1753.</summary>
    public const int DateTimeOutOfRange = unchecked((int)0x80040239);

    /// <summary>0x80040251: a request after a fault that a plugin has swallowed.</summary>
    public const int TransactionNotStarted = unchecked((int)0x80040251);

    /// <summary>0x80040265: a plugin refused with InvalidPluginExecutionException.</summary>
    public const int IsvAborted = unchecked((int)0x80040265);

    /// <summary>0x80040315: known to the platform, not to this engine.</summary>
    public const int NotSupported = unchecked((int)0x80040315);

    /// <summary>0x80040800: a message that the table does not have.</summary>
    public const int EntityDoesNotSupportMessage = unchecked((int)0x80040800);

    /// <summary>0x80041102: unknown table.</summary>
    public const int QueryBuilderNoEntity = unchecked((int)0x80041102);

    /// <summary>0x80041103: unknown column.</summary>
    public const int QueryBuilderNoAttribute = unchecked((int)0x80041103);

    /// <summary>0x80042f09: a user without a role, of his own or of a team.</summary>
    public const int UserNotAssignedRoles = unchecked((int)0x80042f09);

    /// <summary>0x80043b09: closed orders, won opportunities.</summary>
    public const int ParentReadOnly = unchecked((int)0x80043b09);

    /// <summary>0x80044171: an operation took too long while plugins were at work.</summary>
    public const int SandboxClientPluginTimeout = unchecked((int)0x80044171);

    /// <summary>0x80044182: a request of depth 9.</summary>
    public const int SdkCorrelationTokenDepthTooHigh = unchecked((int)0x80044182);

    /// <summary>0x8004431a: a choice value that the column does not have.</summary>
    public const int PicklistValueOutOfRange = unchecked((int)0x8004431a);

    /// <summary>0x80044330: a number outside of the column's minimum and maximum.</summary>
    public const int OutOfRange = unchecked((int)0x80044330);

    /// <summary>0x80044331: text longer than the column.</summary>
    public const int StringLengthTooLong = unchecked((int)0x80044331);

    /// <summary>0x80048306: the privilege is there, but does not reach this row.</summary>
    public const int AccessDeniedToRow = unchecked((int)0x80048306);

    /// <summary>0x80048408: a status reason that does not belong to the state.</summary>
    public const int InvalidStatusForState = unchecked((int)0x80048408);

    /// <summary>0x8004f024: a solution row that is managed.</summary>
    public const int CannotUpdateManagedSolution = unchecked((int)0x8004f024);

    /// <summary>0x8004f026: a managed component that its publisher does not let others change.</summary>
    public const int CannotUpdateManagedComponent = unchecked((int)0x8004f026);

    /// <summary>0x8004f032: a managed component goes with its solution only.</summary>
    public const int CannotDeleteManagedComponent = unchecked((int)0x8004f032);

    /// <summary>0x8004a110: the logged-on user may not act on behalf of another one.</summary>
    public const int CannotActOnBehalf = unchecked((int)0x8004a110);

    /// <summary>0x8004f502: a value for a secured column that the user may not create.</summary>
    public const int SecuredColumnCreate = unchecked((int)0x8004f502);

    /// <summary>0x8004f507: a value for a secured column that the user may not update.</summary>
    public const int SecuredColumnUpdate = unchecked((int)0x8004f507);

    /// <summary>0x80060882: the row has another version.</summary>
    public const int ConcurrencyVersionMismatch = unchecked((int)0x80060882);

    /// <summary>0x80060883: IfRowVersionMatches without RowVersion.</summary>
    public const int ConcurrencyVersionNotProvided = unchecked((int)0x80060883);

    /// <summary>0x8006088d: the table cannot do it.</summary>
    public const int OptimisticConcurrencyNotEnabled = unchecked((int)0x8006088d);

    /// <summary>0x80060890: the columns of a reference are no alternate key.</summary>
    public const int EntityKeyNotDefined = unchecked((int)0x80060890);

    /// <summary>0x80060891: no row with these alternate key values.</summary>
    public const int RecordNotFoundByEntityKey = unchecked((int)0x80060891);

    /// <summary>0x80060892: alternate key values are taken.</summary>
    public const int DuplicateRecordEntityKey = unchecked((int)0x80060892);

    /// <summary>0x80072321: the user's requests of the last five minutes took too long.</summary>
    public const int ThrottlingTimeExceeded = unchecked((int)0x80072321);

    /// <summary>0x80072322: too many requests of the user in five minutes.</summary>
    public const int ThrottlingBurstRequestLimitExceeded = unchecked((int)0x80072322);

    /// <summary>0x80072326: too many requests of the user at once.</summary>
    public const int ThrottlingConcurrencyLimitExceeded = unchecked((int)0x80072326);

    /// <summary>0x8009000c: a plugin went on after a fault that it has swallowed.</summary>
    public const int TransactionReduced = unchecked((int)0x8009000c);
}
