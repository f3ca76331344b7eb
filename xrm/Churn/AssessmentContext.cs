using CrmExtensions.Domain;
using CrmExtensions.Domain.Churn;
using CrmExtensions.Xrm.Schema;
using CrmExtensions.Xrm.Texts;

namespace CrmExtensions.Xrm.Churn;

/// <summary>What all customers of one run are assessed by; read once, however many customers.</summary>
internal sealed class AssessmentContext
{
    private AssessmentContext(InsightSettings settings, ActiveModel? model, Day today, int baseLanguage)
    {
        Settings = settings;
        Model = model;
        Today = today;
        BaseLanguage = baseLanguage;
        Assessor = new Assessor(model?.Run, settings.Churn);
        Rfm = settings.Rfm ?? model?.Rfm ?? new RfmThresholds();
    }

    public InsightSettings Settings { get; }

    /// <summary>Null before the first training.</summary>
    public ActiveModel? Model { get; }

    /// <summary>In UTC: order days and risk dates are UTC dates.</summary>
    public Day Today { get; }

    /// <summary>Stored texts are in this language.</summary>
    public int BaseLanguage { get; }

    public Assessor Assessor { get; }

    /// <summary>Fixed ones, or quintiles of the customers of the model run, or the defaults before it.</summary>
    public RfmThresholds Rfm { get; }

    /// <summary>The same customers by other settings, for a preview.</summary>
    public AssessmentContext With(InsightSettings settings) => new(settings, Model, Today, BaseLanguage);

    /// <param name="settings">Null where there is no row: the defaults hold.</param>
    /// <param name="model">Null before the first training.</param>
    /// <param name="today">In UTC.</param>
    /// <param name="baseLanguage">The platform's code.</param>
    public static AssessmentContext Of(
        InsightSettingsRow? settings, ModelRunRow? model, Day today, int baseLanguage) => new(
        InsightSettingsReader.Of(settings ?? new InsightSettingsRow()),
        model is null ? null : ModelRunReader.ModelOf(model),
        today,
        baseLanguage);

    public static AssessmentContext Read(StepRun run) => new(
        new InsightSettingsReader(run.System).Read(),
        new ModelRunReader(run.System).FindActive(),
        Day.Of(run.Now),
        ReaderLanguage.OfEnvironment(run.System));
}
