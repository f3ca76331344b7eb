using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Dataverse.Local.Pipeline;
using Microsoft.AspNetCore.Http;

namespace Dataverse.Local.Http.Api;

/// <summary>
/// Answers <c>POST $batch</c>: request after request, each on its own, those of a change set in one transaction. It
/// stops behind the first failure unless <c>Prefer: odata.continue-on-error</c> says otherwise.
/// </summary>
internal sealed class BatchRun
{
    private readonly ApiEndpoint _endpoint;
    private readonly LocalDataverse _dataverse;
    private readonly HttpRequest _batch;
    private readonly long _mostBytes;
    private long _bytes;

    public BatchRun(ApiEndpoint endpoint, LocalDataverse dataverse, HttpRequest batch, long mostBytes)
    {
        _endpoint = endpoint;
        _dataverse = dataverse;
        _batch = batch;
        _mostBytes = mostBytes;
    }

    public async Task<ApiAnswer> Answer(byte[] body)
    {
        if (!HttpMethods.IsPost(_batch.Method))
        {
            throw new ApiException(
                405, ErrorAnswer.InvalidUrl, $"The resource '$batch' does not answer {_batch.Method}.");
        }

        bool goesOn = Preferences.Of(_batch).ContinuesOnError;
        BatchWriter writer = new();
        foreach (BatchItem item in await BatchReader.Read(_batch.ContentType, body))
        {
            List<BatchAnswer> answers = item.IsChangeSet ? InOne(item.Parts) : [Alone(item.Parts[0])];
            writer.Add(item, answers);
            if (_bytes > _mostBytes || (!goesOn && answers.Exists(HasFailed))) return writer.Finish(400);
        }

        return writer.Finish(200);
    }

    private static bool HasFailed(BatchAnswer one) => one.Answer.Status >= 400;

    private BatchAnswer Alone(BatchPart part)
    {
        try
        {
            ApiCaller caller = new(_endpoint.Admitted(UserOf(part) ?? _dataverse.AdministratorId));
            ApiAnswer answer = _endpoint.Answer(part.ToRequest(_batch, caller), part.Body, caller);
            return new BatchAnswer(part, Bounded(answer, part.OnlyReads ? "" : "The request was carried out. "));
        }
        catch (Exception failure)
        {
            return new BatchAnswer(part, _endpoint.Failed(failure));
        }
    }

    /// <summary>All answers, or only that of the request that has failed: nothing of the others is left then.</summary>
    private List<BatchAnswer> InOne(IReadOnlyList<BatchPart> parts)
    {
        Engine engine = _dataverse.Engine;
        Guid[] users = [.. parts.Select(part => UserOf(part) ?? _dataverse.AdministratorId)];
        UnitOfWork unit = engine.Sessions.Rent();
        unit.StartedOn = engine.Clock.GetUtcNow();
        try
        {
            return InOne(parts, users, unit);
        }
        finally
        {
            engine.Sessions.Return(unit);
        }
    }

    private List<BatchAnswer> InOne(IReadOnlyList<BatchPart> parts, Guid[] users, UnitOfWork unit)
    {
        List<BatchAnswer> answers = [];
        Dictionary<string, string> references = [];
        unit.Begin();
        try
        {
            for (int i = 0; i < parts.Count; i++)
            {
                answers.Add(new BatchAnswer(parts[i], Within(parts[i], users[i], unit, references)));
            }

            _dataverse.Engine.Jobs.Add(unit.Commit());
            return answers;
        }
        catch (Exception failure)
        {
            unit.Rollback();
            BatchPart failed = parts[Math.Min(answers.Count, parts.Count - 1)];
            return [new BatchAnswer(failed, _endpoint.Failed(failure))];
        }
    }

    /// <summary>The answer that does not fit any more is an error, and the last one of the batch.</summary>
    private ApiAnswer Bounded(ApiAnswer answer, string done)
    {
        _bytes += answer.Body.Length;
        return _bytes <= _mostBytes ? answer : throw new ApiException(
            413,
            ErrorAnswer.InvalidPayload,
            $"{done}The answers of this batch exceed {_mostBytes} bytes, so it ends here. Ask for fewer columns and "
                + "rows ($select, $top, Prefer: odata.maxpagesize), or send several batches.");
    }

    private ApiAnswer Within(BatchPart part, Guid user, UnitOfWork unit, Dictionary<string, string> references)
    {
        ApiCaller caller = new(_endpoint.Admitted(user, unit)) { References = references };
        ApiAnswer answer = Bounded(_endpoint.Answer(part.ToRequest(_batch, caller), part.Body, caller), "");
        if (part.ContentId.Length > 0 && answer.Headers.TryGetValue("OData-EntityId", out string? address))
        {
            references["$" + part.ContentId] = address;
        }

        return answer;
    }

    /// <summary>Who the request names, else who the batch names.</summary>
    private Guid? UserOf(BatchPart part)
    {
        HttpRequest named = new DefaultHttpContext().Request;
        foreach (var header in part.Headers) named.Headers[header.Key] = header.Value;
        return _endpoint.CallerOf(named) ?? _endpoint.CallerOf(_batch);
    }
}
