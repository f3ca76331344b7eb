@{
    RootModule           = 'CrmExtensions.psm1'
    ModuleVersion        = '1.0.0'
    GUID                 = '8fcf42a4-d119-5f74-b575-2e601736356c'
    Author               = 'CrmExtensions'
    CompanyName          = 'CrmExtensions'
    Copyright            = 'MIT licence'
    Description          = 'Packs the CrmExtensions solution for Dynamics 365 and starts its local demo.'
    PowerShellVersion    = '5.1'
    CompatiblePSEditions = @('Desktop', 'Core')
    FunctionsToExport    = @('New-CrmExtensionsPackage', 'Start-CrmExtensionsDemo')
    CmdletsToExport      = @()
    VariablesToExport    = @()
    AliasesToExport      = @()
}
