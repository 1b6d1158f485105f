namespace IncidentBot.Adapters.Tests.Stores.PowerCuts;

/// <summary>Which of the unsynced writes a power cut leaves on the device.</summary>
internal enum Survival { Nothing, Everything, SomeSectors, MostSectors, OnlyTheLast, AllButOne, SomeWrites }

/// <summary>Plays a disk's events up to a moment, and pulls the plug there.</summary>
internal sealed class DiskHistory(RecordedDisk disk)
{
    private const int Sector = 512;
    private readonly Dictionary<string, FileState> _files = disk.Before.ToDictionary(file => file.Key, file => new FileState(file.Value) { HasName = true });

    /// <summary>What had been told last.</summary>
    internal object? Told { get; private set; }

    internal void Play(DiskEvent done)
    {
        switch (done.Deed)
        {
            case DiskDeed.Create:
                _files[done.File] = new FileState([]);
                break;
            case DiskDeed.Sync:
                _files[done.File].Sync();
                break;
            case DiskDeed.SyncNames:
                foreach (var file in _files.Values)
                    file.HasName = true;
                break;
            case DiskDeed.Told:
                Told = done.What;
                break;
            default:
                _files[done.File].Pending.Add(done);
                break;
        }
    }

    internal Dictionary<string, byte[]> PullThePlug(Survival survival, Random random)
        => _files.Where(file => file.Value.HasName || random.Next(2) == 0)
            .ToDictionary(file => file.Key, file => file.Value.After(survival, random));

    private sealed class FileState(byte[] content)
    {
        private readonly GrowingBytes _durable = new(content);

        internal bool HasName { get; set; }

        internal List<DiskEvent> Pending { get; } = [];

        internal void Sync()
        {
            foreach (var done in Pending)
                Apply(_durable, done);
            Pending.Clear();
        }

        internal byte[] After(Survival survival, Random random)
        {
            var image = new GrowingBytes(_durable.ToArray());
            var lost = random.Next(Pending.Count + 1);
            foreach (var (at, done) in Pending.Index())
            {
                if (survival is Survival.SomeSectors or Survival.MostSectors && done.Deed == DiskDeed.Write)
                    ApplySectors(image, done, survival == Survival.MostSectors ? 0.95 : 0.5, random);
                else if (Survives(survival, at, lost, random))
                    Apply(image, done);
            }
            return image.ToArray();
        }

        private bool Survives(Survival survival, int at, int lost, Random random) => survival switch
        {
            Survival.Nothing => false,
            Survival.Everything => true,
            Survival.OnlyTheLast => at == Pending.Count - 1,
            Survival.AllButOne => at != lost,
            _ => random.Next(2) == 0,
        };

        private static void ApplySectors(GrowingBytes image, DiskEvent write, double chance, Random random)
        {
            var bytes = write.Bytes.AsSpan();
            for (var from = 0; from < bytes.Length;)
            {
                var count = Math.Min(bytes.Length - from, Sector - (int)((write.Offset + from) % Sector));
                if (random.NextDouble() < chance)
                    image.Write(write.Offset + from, bytes.Slice(from, count));
                from += count;
            }
        }

        private static void Apply(GrowingBytes image, DiskEvent done)
        {
            if (done.Deed == DiskDeed.Resize)
                image.SetLength(done.Offset);
            else
                image.Write(done.Offset, done.Bytes);
        }
    }
}
