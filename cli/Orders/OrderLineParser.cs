using System;
using System.Buffers.Text;
using System.Linq;
using System.Text.Unicode;

namespace CrmExtensions.Cli.Orders;

/// <summary>
/// One line of bytes to one <see cref="OrderLine"/>. A field may stand in double quotes (a quote inside is doubled);
/// a quoted field ends on its own line, so that one stray quote spoils one line and not the rest of the file.
/// </summary>
internal sealed class OrderLineParser(OrderFileOptions options)
{
    private const int Fields = 6;
    private const int IdLength = 100;
    private const decimal Largest = 100_000_000_000m;

    private readonly Utf8Pool pool = new();
    private readonly byte[] unquoted = new byte[Math.Max(64, options.LineBytes)];
    private readonly Range[] fields = new Range[Fields];
    private byte[] lastDate = [];
    private DateTime lastOrderedOn;

    /// <returns>Null where the line was parsed, otherwise why it was not.</returns>
    public string? Parse(ReadOnlySpan<byte> line, int number, out OrderLine parsed)
    {
        parsed = default;
        if (!Utf8.IsValid(line)) return "is not valid UTF-8";
        int count;
        if (!line.Contains((byte)'"')) count = Split(line);
        else if (SplitQuoted(ref line, out count) is string fault) return fault;
        if (count != Fields) return $"has {count} fields instead of {Fields}";

        if (Id(line[fields[0]], "orderid", required: true, out string order) is string orderFault) return orderFault;
        if (Id(line[fields[1]], "customerid", required: false, out string customer) is string customerFault)
            return customerFault;
        if (!Date(Trim(line[fields[2]]), out DateTime orderedOn))
            return "orderedon is no ISO date such as 2025-03-31 or 2025-03-31T14:05:00Z";
        if (Id(line[fields[3]], "productid", required: true, out string product) is string productFault)
            return productFault;
        if (Number(line[fields[4]], "quantity", options.QuantityDecimals, out decimal quantity) is string quantityFault)
            return quantityFault;
        if (Number(line[fields[5]], "amount", options.AmountDecimals, out decimal amount) is string amountFault)
            return amountFault;

        parsed = new OrderLine(number, order, customer, orderedOn, product, quantity, amount);
        return null;
    }

    private int Split(ReadOnlySpan<byte> line)
    {
        int count = 0;
        int from = 0;
        while (true)
        {
            int length = line[from..].IndexOf((byte)',');
            int to = length < 0 ? line.Length : from + length;
            if (count < Fields) fields[count] = from..to;
            count++;
            if (length < 0) return count;
            from = to + 1;
        }
    }

    /// <summary>Copies the line without its quotes and notes where in the copy the fields stand.</summary>
    private string? SplitQuoted(ref ReadOnlySpan<byte> line, out int count)
    {
        int length = 0;
        int from = 0;
        bool inside = false;
        bool fieldStart = true;
        count = 0;
        for (int i = 0; i < line.Length; i++)
        {
            byte letter = line[i];
            byte next = i + 1 < line.Length ? line[i + 1] : (byte)',';
            if (letter == '"')
            {
                if (!inside && !fieldStart) return "has a quote in the middle of a field";
                fieldStart = false;
                if (inside && next == '"') unquoted[length++] = line[i++];
                else if (inside && next != ',') return "has text after a closing quote";
                else inside = !inside;
                continue;
            }

            fieldStart = letter == ',' && !inside;
            if (fieldStart) EndField(ref count, ref from, length);
            else unquoted[length++] = letter;
        }

        EndField(ref count, ref from, length);
        line = unquoted.AsSpan(0, length);
        return inside ? "has a quote that is not closed" : null;
    }

    private void EndField(ref int count, ref int from, int to)
    {
        if (count < Fields) fields[count] = from..to;
        count++;
        from = to;
    }

    private string? Id(ReadOnlySpan<byte> field, string name, bool required, out string id)
    {
        id = pool.Intern(Trim(field));
        if (id.Length == 0 && required) return $"{name} is empty";
        if (id.Length > IdLength) return $"{name} has {id.Length} characters, at most {IdLength} are allowed";
        // Ids are printed: an escape sequence in one would command the reader's terminal.
        return id.Any(char.IsControl) ? $"{name} has a control character" : null;
    }

    private static string? Number(ReadOnlySpan<byte> field, string name, int decimals, out decimal value)
    {
        ReadOnlySpan<byte> text = Trim(field);
        if (text is [(byte)'+', ..]) text = text[1..];
        if (!Utf8Parser.TryParse(text, out value, out int used) || used != text.Length)
            return $"{name} is no number such as 12.50";
        if (Math.Abs(value) > Largest) return $"{name} is larger than {Largest:0}";
        if (value.Scale <= decimals) return null;
        // Zeros behind the last decimal are no decimals, and must not reach a currency's precision as such.
        decimal rounded = decimal.Round(value, decimals);
        if (rounded != value) return $"{name} has more than {decimals} decimals";
        value = rounded;
        return null;
    }

    // Lines of one order stand together and share their date: most dates are read once.
    private bool Date(ReadOnlySpan<byte> text, out DateTime value)
    {
        value = lastOrderedOn;
        if (text.SequenceEqual(lastDate)) return !text.IsEmpty;
        if (!IsoDate.TryParse(text, out value)) return false;
        lastDate = text.ToArray();
        lastOrderedOn = value;
        return true;
    }

    private static ReadOnlySpan<byte> Trim(ReadOnlySpan<byte> field) =>
        field.IsEmpty || (field[0] > ' ' && field[^1] > ' ') ? field : field.Trim((byte)' ');
}
