using System;
using System.Collections.Generic;
using System.IO;
using System.IO.Compression;
using System.Linq;
using System.Text;

namespace CrmExtensions.Cli.Orders;

/// <summary>
/// A CSV of orders: UTF-8, header `orderid,customerid,orderedon,productid,quantity,amount`, one row a line; a gzip file
/// is recognised by its content. Lines are read as they are asked for; a malformed one is noted and left out.
/// </summary>
internal sealed class OrderFile : IDisposable
{
    public const string Header = "orderid,customerid,orderedon,productid,quantity,amount";

    private const int ProgressLines = 4096;

    private readonly Stream source;
    private readonly Stream content;
    private readonly OrderFileOptions options;

    private OrderFile(Stream source, Stream content, OrderFileOptions options)
    {
        this.source = source;
        this.content = content;
        this.options = options;
    }

    public MalformedLines Malformed { get; } = new();

    public static OrderFile Open(string path, OrderFileOptions? options = null)
    {
        if (path.Length == 0)
            throw new OrderFileException("The path of the file is empty; give the path of a CSV of orders.");
        FileStreamOptions how = new() { Options = FileOptions.SequentialScan, BufferSize = 1 << 16 };
        try
        {
            FileStream source = new(path, how);
            if (source.CanSeek) return Open(source, options);
            source.Dispose();
            throw new OrderFileException($"{path} is a pipe or a device; give the path of a CSV of orders.");
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new OrderFileException($"There is no file {path}; give the path of a CSV of orders.", e);
        }
        catch (UnauthorizedAccessException e)
        {
            throw new OrderFileException($"{path} cannot be opened; give the path of a CSV of orders, not of a folder.",
                e);
        }
        catch (IOException e)
        {
            throw new OrderFileException($"{path} cannot be read ({e.Message}); give the path of a CSV of orders.", e);
        }
    }

    /// <param name="source">Seekable; closed with this file.</param>
    public static OrderFile Open(Stream source, OrderFileOptions? options = null)
    {
        Span<byte> magic = stackalloc byte[2];
        int read = source.ReadAtLeast(magic, 2, throwOnEndOfStream: false);
        source.Seek(0, SeekOrigin.Begin);
        bool zipped = read == 2 && magic is [0x1F, 0x8B];
        Stream content = zipped ? new GZipStream(source, CompressionMode.Decompress) : source;
        return new OrderFile(source, content, options ?? OrderFileOptions.Default);
    }

    /// <summary>The well-formed lines in file order. To be called once.</summary>
    /// <param name="progress">Told now and then which share of the file has been read, 0 to 1.</param>
    /// <exception cref="OrderFileException">The header is missing or another one, or the gzip data is
    /// damaged.</exception>
    public IEnumerable<OrderLine> Read(Action<double>? progress = null)
    {
        LineSplitter splitter = new(content, options.LineBytes);
        OrderLineParser parser = new(options);
        CheckHeader(splitter);
        while (true)
        {
            SplitResult result = Next(splitter, out ReadOnlySpan<byte> line);
            if (splitter.Number % ProgressLines == 0) progress?.Invoke((double)source.Position / source.Length);
            if (result == SplitResult.End) yield break;
            if (result == SplitResult.TooLong)
            {
                Malformed.Add(splitter.Number, $"is longer than {options.LineBytes} bytes");
                continue;
            }

            if (line.IsEmpty) continue;
            string? fault = parser.Parse(line, splitter.Number, out OrderLine parsed);
            if (fault is null) yield return parsed;
            else Malformed.Add(splitter.Number, fault);
        }
    }

    public void Dispose() => content.Dispose();

    private static SplitResult Next(LineSplitter splitter, out ReadOnlySpan<byte> line)
    {
        try
        {
            return splitter.Next(out line);
        }
        catch (InvalidDataException e)
        {
            throw new OrderFileException(
                $"The gzip data is damaged after line {splitter.Number}; fetch or pack the file again.", e);
        }
    }

    private static void CheckHeader(LineSplitter splitter)
    {
        SplitResult result = Next(splitter, out ReadOnlySpan<byte> line);
        if (line is [0xEF, 0xBB, 0xBF, ..]) line = line[3..];
        string found = result == SplitResult.Line ? Printable(Encoding.UTF8.GetString(line).Trim()) : "";
        if (found.Replace("\"", "").Equals(Header, StringComparison.OrdinalIgnoreCase)) return;

        string what = line is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..] ? "the file is UTF-16, save it as UTF-8"
            : result == SplitResult.End ? "the file is empty"
            : result == SplitResult.TooLong ? "line 1 is far longer"
            : $"line 1 is \"{Shorten(found)}\"";
        throw new OrderFileException($"The first line must be the header {Header}; {what}.");
    }

    private static string Printable(string text) =>
        string.Concat(text.Select(letter => char.IsControl(letter) ? '?' : letter));

    private static string Shorten(string text) => text.Length <= 80 ? text : text[..80] + "...";
}
