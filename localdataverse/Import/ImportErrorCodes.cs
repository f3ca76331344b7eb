namespace Dataverse.Local.Import;

/// <summary>
/// The platform's codes for a package that cannot be imported, by their names in the public list of web service
/// error codes. The text that goes with them is ours: it says which file, where, and what to do.
/// </summary>
internal static class ImportErrorCodes
{
    /// <summary>ImportCustomizationsBadZipFileError: no zip, or one of the three files is not at its root.</summary>
    public const int BadZipFile = unchecked((int)0x80048060);

    /// <summary>ImportNonWellFormedFileError: a file is not well-formed XML.</summary>
    public const int NotWellFormed = unchecked((int)0x80048013);

    /// <summary>ImportInvalidXmlError: well-formed, but not what this place allows.</summary>
    public const int InvalidXml = unchecked((int)0x8004802c);

    /// <summary>ImportXsdValidationError: an element or value that the schema does not know.</summary>
    public const int XsdValidation = unchecked((int)0x8004801a);

    /// <summary>ImportWrongPublisherError: a managed solution cannot change its publisher.</summary>
    public const int WrongPublisher = unchecked((int)0x8004801c);

    /// <summary>ImportMissingDependenciesError: something that the manifest requires is not here.</summary>
    public const int MissingDependencies = unchecked((int)0x8004801d);

    /// <summary>ImportGenericError: something else; the text says what.</summary>
    public const int Generic = unchecked((int)0x8004801e);

    /// <summary>ImportMissingComponent: a root component without definition.</summary>
    public const int MissingComponent = unchecked((int)0x8004801f);

    /// <summary>ImportMissingRootComponentEntry: a definition without root component.</summary>
    public const int MissingRootComponentEntry = unchecked((int)0x8004803a);

    /// <summary>ImportMismatchedManagedUnmanaged: here unmanaged, the package is managed.</summary>
    public const int PackageManagedHereUnmanaged = unchecked((int)0x80048040);

    /// <summary>The reverse of <see cref="PackageManagedHereUnmanaged"/>.</summary>
    public const int PackageUnmanagedHereManaged = unchecked((int)0x80048041);

    /// <summary>ImportSolutionManagedError: already there and cannot be upgraded with this package.</summary>
    public const int CannotUpgrade = unchecked((int)0x80048038);

    /// <summary>ImportSolutionPackageNeedsUpgrade: the package was written by a newer platform.</summary>
    public const int PackageTooNew = unchecked((int)0x80048068);

    /// <summary>ImportOptionSetAttributeError: a column references a global choice that does not exist.</summary>
    public const int UnknownGlobalChoice = unchecked((int)0x80048039);

    /// <summary>ImportOptionSetsError: a choice that cannot be created.</summary>
    public const int OptionSets = unchecked((int)0x80048030);

    /// <summary>ImportSdkMessagesError: a step that cannot be registered.</summary>
    public const int SdkMessages = unchecked((int)0x80048016);

    /// <summary>ImportPluginTypesError: a type that the dll lacks.</summary>
    public const int PluginTypes = unchecked((int)0x80048012);

    /// <summary>ImportRoleError: a role that cannot be updated.</summary>
    public const int Role = unchecked((int)0x80048017);

    /// <summary>ImportAttributeNameError: a column of ours without the publisher's prefix.</summary>
    public const int AttributeName = unchecked((int)0x80048062);

    /// <summary>InvalidEntitySetName: the entity set name is already in use.</summary>
    public const int EntitySetName = unchecked((int)0x8006089b);

    /// <summary>ImportFieldSecurityProfileAttributesMissingError and its companion for columns not securable.</summary>
    public const int FieldSecurityNotSecurable = unchecked((int)0x80048063);

    /// <summary>A field permission for a column that is not here.</summary>
    public const int FieldSecurityColumnMissing = unchecked((int)0x80048064);

    /// <summary>PluginAssemblyMustHavePublicKeyToken: the assembly is not signed.</summary>
    public const int AssemblyNotSigned = unchecked((int)0x8004416c);

    /// <summary>PluginTypeMustBeUnique: listed more than once.</summary>
    public const int PluginTypeTwice = unchecked((int)0x8004417c);

    /// <summary>InvalidPluginAssemblyContent: a type that the dll does not hold.</summary>
    public const int AssemblyContent = unchecked((int)0x8004418b);

    /// <summary>InvalidPluginTypeImplementation: the type implements neither IPlugin nor CodeActivity.</summary>
    public const int PluginTypeImplementation = unchecked((int)0x8004418c);

    /// <summary>PluginAssemblyContentSizeExceeded: over 16 MB.</summary>
    public const int AssemblyTooLarge = unchecked((int)0x8004418f);

    /// <summary>InvalidPluginAssemblyVersion: full names must be unique, build and revision aside.</summary>
    public const int AssemblyVersion = unchecked((int)0x8004417b);

    /// <summary>WebResourceInvalidType: no type from 1 to 12.</summary>
    public const int WebResourceType = unchecked((int)0x8004f111);

    /// <summary>WebResourceContentSizeExceeded: larger than the environment allows, 5 MB in a new one.</summary>
    public const int WebResourceSize = unchecked((int)0x8004f114);

    /// <summary>WebResourceNameInvalidCharacters: outside of letters, digits and `_ . / -`.</summary>
    public const int WebResourceCharacters = unchecked((int)0x8004f117);

    /// <summary>WebResourceNameInvalidPrefix: not the prefix of the publisher.</summary>
    public const int WebResourcePrefix = unchecked((int)0x8004f118);

    /// <summary>WebResourceImportMissingFile: the content is not in the package, or has no content type.</summary>
    public const int WebResourceFileMissing = unchecked((int)0x8004f11a);

    /// <summary>CannotUninstallWithDependencies: something that stays needs the solution.</summary>
    public const int DependenciesExist = unchecked((int)0x8004f01d);

    /// <summary>A component that stays needs one that the new version lacks.</summary>
    public const int ReferencedComponent = unchecked((int)0x8004f01f);

    /// <summary>SolutionUniqueNameViolation: letters, digits and underscore, first no digit.</summary>
    public const int SolutionName = unchecked((int)0x8004f002);

    /// <summary>The solution's version is not a.b or a.b.c.d.</summary>
    public const int SolutionVersion = unchecked((int)0x8004f01e);

    /// <summary>MissingRelationshipInSolution: a lookup without its relationship.</summary>
    public const int LookupWithoutRelationship = unchecked((int)0x80048548);

    /// <summary>RefEntityRelationshipRoleRequired: no role of the referencing table.</summary>
    public const int ReferencingRoleMissing = unchecked((int)0x80048470);

    /// <summary>ERMissingReferencingEntityNode: no referencing table is named.</summary>
    public const int ReferencingEntityMissing = unchecked((int)0x80090416);
}
