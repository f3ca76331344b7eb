using System;
using System.Globalization;
using System.IO;
using System.Text.RegularExpressions;
using System.Threading.Tasks;
using Dataverse.Local.Limits;
using Dataverse.Local.Pipeline;
using Microsoft.AspNetCore.Http;
using Microsoft.OData;
using Microsoft.OData.UriParser;
using Microsoft.Xrm.Sdk.Query;

namespace Dataverse.Local.Http.Api;

/// <summary>The Web API: <c>/api/data/v9.2/</c>; 9.0 and 9.1 answer alike.</summary>
internal sealed partial class ApiEndpoint
{
    public const string Root = "api/data/v9.2/";

    private static readonly string[] CallerHeaders = ["CallerObjectId", "MSCRMCallerID"];

    private readonly LocalDataverse _dataverse;
    private readonly LocalServerOptions _options;
    private volatile Built? _built;

    public ApiEndpoint(LocalDataverse dataverse, LocalServerOptions options)
    {
        _dataverse = dataverse;
        _options = options;
    }

    public async Task Answer(HttpContext context)
    {
        try
        {
            string path = context.Request.Path.Value ?? "";
            if (!IsApi(path)) throw ApiException.NoResource(path);
            using MemoryStream body = new();
            await context.Request.Body.CopyToAsync(body);
            ApiAnswer answer = await Throttled(context, body.ToArray());
            await answer.Write(context);
        }
        catch (Exception failure)
        {
            Note(failure);
            await ErrorAnswer.Write(context, failure);
        }
    }

    /// <summary>The answer to a request in a batch that has failed.</summary>
    public ApiAnswer Failed(Exception failure)
    {
        Note(failure);
        return ErrorAnswer.Of(failure);
    }

    /// <summary>Requests of a web request that service protection has counted already.</summary>
    public PipelineClient Admitted(Guid user, UnitOfWork? unit = null) => new(_dataverse.Engine, new Caller
    {
        UserId = user,
        InitiatingUserId = user,
        Origin = RequestOrigin.Outside,
        IsAdmitted = true,
        Unit = unit,
    });

    /// <summary>Service protection counts the web request as one, however many requests answering it takes.</summary>
    private async Task<ApiAnswer> Throttled(HttpContext context, byte[] body)
    {
        Guid user = CallerOf(context.Request) ?? _dataverse.AdministratorId;
        if (_dataverse.Engine.Throttle is not RequestThrottle throttle) return await Answer(context, body, user);
        try
        {
            using IDisposable admission = throttle.Admit(user);
            return await Answer(context, body, user);
        }
        finally
        {
            RateHeaders.WriteRemaining(context.Response, throttle.Remaining(user));
        }
    }

    private async Task<ApiAnswer> Answer(HttpContext context, byte[] body, Guid user) =>
        context.Request.Path.Value!.EndsWith("/$batch", StringComparison.Ordinal)
            ? await new BatchRun(this, _dataverse, context.Request, _options.MaxBatchAnswerBytes).Answer(body)
            : Answer(context.Request, body, new ApiCaller(Admitted(user)));

    public ApiAnswer Answer(HttpRequest request, byte[] body, ApiCaller caller)
    {
        ApiCall call = new(request, body, Model(), caller);
        try
        {
            return new ApiRouter(call, _dataverse).Answer();
        }
        catch (ODataUnrecognizedPathException unknown)
        {
            throw UnknownPath.Explain(call.Resource, unknown);
        }
        catch (ODataException malformed)
        {
            throw UnknownPath.Explain(request.QueryString.Value, malformed);
        }
    }

    /// <summary>The model follows the catalog: a table created a moment ago is there.</summary>
    private CatalogModel Model()
    {
        string stamp = CatalogModel.StampOf(_dataverse);
        Built? built = _built;
        if (built?.Stamp == stamp) return built.Model;
        built = new Built(stamp, new CatalogModel(_dataverse));
        _built = built;
        return built.Model;
    }

    public static bool IsApi(string path) => VersionedPath().IsMatch(path);

    /// <summary>Null: the administrator, as who the server works.</summary>
    public Guid? CallerOf(HttpRequest request)
    {
        foreach (string header in CallerHeaders)
        {
            string? text = request.Headers[header];
            if (string.IsNullOrEmpty(text)) continue;
            if (Guid.TryParse(text, CultureInfo.InvariantCulture, out Guid id) && Exists(id)) return id;
            throw new ApiException(403, ErrorAnswer.Refused, $"{header}: there is no user '{text}'.");
        }

        return null;
    }

    private bool Exists(Guid user)
    {
        QueryExpression query = new("systemuser") { ColumnSet = new ColumnSet(false), TopCount = 1 };
        query.Criteria.AddCondition("systemuserid", ConditionOperator.Equal, user);
        return Admitted(_dataverse.AdministratorId).RetrieveMultiple(query).Entities.Count == 1;
    }

    /// <summary>What nobody has foreseen is noted with its trace.</summary>
    private void Note(Exception failure)
    {
        if (ErrorAnswer.IsUnforeseen(failure)) _options.Errors.WriteLine(failure.ToString());
    }

    [GeneratedRegex("^/api/data/v9\\.[0-2](/|$)")]
    private static partial Regex VersionedPath();

    private sealed record Built(string Stamp, CatalogModel Model);
}
