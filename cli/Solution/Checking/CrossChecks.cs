using System;
using System.Collections.Generic;
using System.Linq;
using CrmExtensions.Cli.Solution.Packing;

namespace CrmExtensions.Cli.Solution.Checking;

/// <summary>
/// Checks between the components of one solution: what neither the XML schema nor SolutionPackager notices and the
/// server answers with an error, or not at all.
/// </summary>
internal static class CrossChecks
{
    private static readonly Func<SolutionModel, IEnumerable<Finding>>[] All =
    [
        ManifestChecks.Check, IdChecks.Check, TableChecks.Check, ColumnChecks.Check, ChoiceChecks.Check,
        RelationshipChecks.Check, FormChecks.Check, ViewChecks.Check, RoleChecks.Check, FieldSecurityChecks.Check,
        WebResourceChecks.Check, PluginChecks.Check, StepChecks.Check, WorkflowChecks.Check, CustomApiChecks.Check,
        EnvironmentVariableChecks.Check, AppChecks.Check, LabelChecks.Check, PartChecks.Check,
    ];

    public static IEnumerable<Finding> Run(PackedSolution packed)
    {
        var model = new SolutionModel(packed);
        return All.SelectMany(check => check(model));
    }
}
