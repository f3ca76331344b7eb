using System;
using System.Globalization;
using System.Text;
using Dataverse.Local.Tracing;
using Microsoft.Xrm.Sdk;

namespace Dataverse.Local.Plugins;

/// <summary>Collects what one plugin run traces; part of the fault, and of a trace that is being recorded.</summary>
internal sealed class TraceLog : ITracingService
{
    private readonly TraceRecorders _recorder;
    private readonly int _most;
    private StringBuilder? _text;

    /// <summary>Of more characters than these the first ones are lost; null: none is.</summary>
    public TraceLog(TraceRecorders recorder, int? most)
    {
        _recorder = recorder;
        _most = most ?? int.MaxValue;
    }

    /// <summary>Without arguments the text is taken as it is, braces included.</summary>
    public void Trace(string format, params object[] args)
    {
        string line = args is null || args.Length == 0
            ? format ?? ""
            : string.Format(CultureInfo.InvariantCulture, format ?? "", args);
        _text ??= new StringBuilder();
        _text.Append(line).Append('\n');
        if (_text.Length > _most)
        {
            _text.Remove(0, _text.Length - _most);
        }

        _recorder.Line(line);
    }

    /// <summary>
    /// Everything traced, the exception after it; for a fault that passes, what the inner plugin traced.
    /// </summary>
    public string TextWith(Exception exception, string typeName, string? inner)
    {
        StringBuilder text = new();
        text.Append('[').Append(typeName).Append("]\n").Append(_text);
        return text.Append(inner is null ? exception.ToString() : inner).ToString();
    }

    public override string ToString() => _text?.ToString() ?? "";
}
