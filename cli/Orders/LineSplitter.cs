using System;
using System.IO;

namespace CrmExtensions.Cli.Orders;

internal enum SplitResult
{
    Line,
    TooLong,
    End,
}

/// <summary>
/// Cuts a stream into lines (LF or CRLF) without copying; memory stays bounded by the longest line allowed.
/// </summary>
internal sealed class LineSplitter(Stream stream, int lineBytes)
{
    private readonly byte[] buffer = new byte[Math.Max(256 * 1024, 2 * lineBytes)];
    private int start;
    private int end;
    private bool ended;

    /// <summary>Number of the line last read, counted from 1; 0 before the first.</summary>
    public int Number { get; private set; }

    /// <param name="line">Valid until the next call; without its line end. Empty when too long.</param>
    public SplitResult Next(out ReadOnlySpan<byte> line)
    {
        line = default;
        bool tooLong = false;
        while (true)
        {
            int length = buffer.AsSpan(start, end - start).IndexOf((byte)'\n');
            if (length >= 0 || (ended && end > start)) return Take(length, tooLong, out line);
            if (ended)
            {
                if (tooLong) Number++;
                return tooLong ? SplitResult.TooLong : SplitResult.End;
            }

            if (end - start > lineBytes + 1)
            {
                tooLong = true;
                start = end;
            }

            Fill();
        }
    }

    private SplitResult Take(int length, bool tooLong, out ReadOnlySpan<byte> line)
    {
        bool last = length < 0;
        if (last) length = end - start;
        ReadOnlySpan<byte> found = buffer.AsSpan(start, length);
        start += last ? length : length + 1;
        Number++;
        if (found is [.., (byte)'\r']) found = found[..^1];
        tooLong |= found.Length > lineBytes;
        line = tooLong ? default : found;
        return tooLong ? SplitResult.TooLong : SplitResult.Line;
    }

    private void Fill()
    {
        if (start > 0)
        {
            buffer.AsSpan(start, end - start).CopyTo(buffer);
            end -= start;
            start = 0;
        }

        int read = stream.Read(buffer, end, buffer.Length - end);
        ended = read == 0;
        end += read;
    }
}
