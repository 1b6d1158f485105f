namespace IncidentBot.Adapters.Tests.Stores.PowerCuts;

/// <summary>The content of a file; what is skipped when it grows is zero.</summary>
internal sealed class GrowingBytes(byte[] content)
{
    private byte[] _bytes = [.. content];

    internal int Length { get; private set; } = content.Length;

    internal byte[] ToArray() => _bytes[..Length];

    internal int Read(long offset, Span<byte> into)
    {
        var count = (int)Math.Clamp(Length - offset, 0, into.Length);
        _bytes.AsSpan((int)Math.Min(offset, Length), count).CopyTo(into);
        return count;
    }

    internal void Write(long offset, ReadOnlySpan<byte> bytes)
    {
        if (offset + bytes.Length > Length)
            SetLength(offset + bytes.Length);
        bytes.CopyTo(_bytes.AsSpan((int)offset));
    }

    internal void SetLength(long length)
    {
        if (length > _bytes.Length)
            Array.Resize(ref _bytes, (int)Math.Max(length, _bytes.Length * 2L));
        if (length < Length)
            Array.Clear(_bytes, (int)length, Length - (int)length);
        Length = (int)length;
    }
}
