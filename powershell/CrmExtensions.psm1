Set-StrictMode -Version 3.0
$ErrorActionPreference = 'Stop'

$script:RepositoryRoot = Split-Path -Path $PSScriptRoot -Parent

function Invoke-Crmx {
    # Runs the command line tool of this repository; its own text explains a failure, the exit code names it.
    [CmdletBinding()]
    param(
        [Parameter(Mandatory)]
        [string[]] $Arguments
    )

    $project = Join-Path -Path $script:RepositoryRoot -ChildPath 'cli'
    if (-not (Get-Command -Name 'dotnet' -ErrorAction 'SilentlyContinue')) {
        throw [System.InvalidOperationException]::new('The .NET SDK is not installed or not on the PATH: install .NET 10 and try again.')
    }

    & 'dotnet' 'run' '--project' $project '--' $Arguments
    if ($LASTEXITCODE -ne 0) {
        throw [System.InvalidOperationException]::new("crmx $($Arguments -join ' ') ended with exit code $LASTEXITCODE; see its output above.")
    }
}

function New-CrmExtensionsPackage {
    <#
    .SYNOPSIS
    Packs the solution zip that an administrator imports.

    .DESCRIPTION
    Builds plug-ins, workflow activities and web resources and packs them with the tables, forms and roles into
    the folder artifacts of the repository.

    .PARAMETER Unmanaged
    Packs the unmanaged zip, for development environments. The default is the managed one.

    .OUTPUTS
    System.IO.FileInfo: the packed zip.

    .EXAMPLE
    New-CrmExtensionsPackage

    .EXAMPLE
    New-CrmExtensionsPackage -Unmanaged -WhatIf
    #>
    [CmdletBinding(SupportsShouldProcess)]
    [OutputType([System.IO.FileInfo])]
    param(
        [switch] $Unmanaged
    )

    $kind = 'managed'
    if ($Unmanaged) {
        $kind = 'unmanaged'
    }

    $artifacts = Join-Path -Path $script:RepositoryRoot -ChildPath 'artifacts'
    if (-not $PSCmdlet.ShouldProcess($artifacts, "Pack the $kind solution")) {
        return
    }

    Write-Progress -Activity 'CrmExtensions' -Status "Packing the $kind solution"
    try {
        Invoke-Crmx -Arguments @('solution', 'pack') | Out-Host
    }
    finally {
        Write-Progress -Activity 'CrmExtensions' -Completed
    }

    $pattern = '^CrmExtensions_\d+(_\d+){3}\.zip$'
    if (-not $Unmanaged) {
        $pattern = '^CrmExtensions_\d+(_\d+){3}_managed\.zip$'
    }

    Get-ChildItem -Path $artifacts -Filter 'CrmExtensions_*.zip' |
        Where-Object { $_.Name -match $pattern } |
        Sort-Object -Property 'LastWriteTimeUtc' -Descending |
        Select-Object -First 1
}

function Start-CrmExtensionsDemo {
    <#
    .SYNOPSIS
    Runs the demo: the packed solution in a local Dataverse with two years of sample orders.

    .PARAMETER OrderFile
    A CSV file of orders (orderid,customerid,orderedon,productid,quantity,amount; gzip is read as it is) that takes
    the place of the sample business.

    .PARAMETER NoServe
    Ends after the report instead of serving the forms.

    .EXAMPLE
    Start-CrmExtensionsDemo

    .EXAMPLE
    Start-CrmExtensionsDemo -OrderFile './orders.csv' -NoServe
    #>
    [CmdletBinding(SupportsShouldProcess)]
    param(
        [ValidateScript({ Test-Path -Path $_ -PathType 'Leaf' })]
        [string] $OrderFile,

        [switch] $NoServe
    )

    $arguments = @('demo')
    if ($OrderFile) {
        $arguments += @('--orders', (Resolve-Path -Path $OrderFile).Path)
    }

    if ($NoServe) {
        $arguments += '--no-serve'
    }

    if ($PSCmdlet.ShouldProcess('a local Dataverse on this machine', "crmx $($arguments -join ' ')")) {
        Invoke-Crmx -Arguments $arguments
    }
}

Export-ModuleMember -Function @('New-CrmExtensionsPackage', 'Start-CrmExtensionsDemo')
