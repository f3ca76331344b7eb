# Pester 5, for those who have PowerShell: Invoke-Pester -Path ./powershell/tests
BeforeAll {
    Import-Module -Name "$PSScriptRoot/../CrmExtensions.psd1" -Force
}

Describe 'CrmExtensions' {
    It 'exports exactly the functions that its manifest names' {
        $manifest = Import-PowerShellDataFile -Path "$PSScriptRoot/../CrmExtensions.psd1"
        $exported = (Get-Command -Module 'CrmExtensions').Name | Sort-Object
        $exported | Should -Be ($manifest.FunctionsToExport | Sort-Object)
    }

    It 'packs nothing when asked what it would do' {
        Mock -ModuleName 'CrmExtensions' -CommandName 'Invoke-Crmx' -MockWith { throw 'must not run' }
        New-CrmExtensionsPackage -WhatIf | Should -BeNullOrEmpty
    }

    It 'hands the order file to the demo as a full path' {
        Mock -ModuleName 'CrmExtensions' -CommandName 'Invoke-Crmx' -MockWith { return }
        $file = New-Item -Path 'TestDrive:/orders.csv' -ItemType 'File' -Force
        Start-CrmExtensionsDemo -OrderFile $file.FullName -NoServe
        Should -Invoke -ModuleName 'CrmExtensions' -CommandName 'Invoke-Crmx' -Times 1 -ParameterFilter {
            $Arguments[0] -eq 'demo' -and $Arguments[1] -eq '--orders' -and $Arguments[3] -eq '--no-serve'
        }
    }

    It 'refuses an order file that does not exist' {
        { Start-CrmExtensionsDemo -OrderFile './no-such-file.csv' } | Should -Throw
    }
}
