using System.Collections;
using System.Reflection;

namespace IncidentBot.Host.Settings.Reading;

/// <summary>Reads settings into plain objects. It goes on after a fault, so that all of them are told at once.</summary>
internal sealed class SettingsReader(StartupFaults faults)
{
    /// <summary>The lengths of time that were read, as the framework writes them: whoever binds them by its means understands them too.</summary>
    public Dictionary<string, string?> Spans { get; } = [];

    /// <summary>Reads all properties of an object, and names keys that are none.</summary>
    public void Fill(object target, IConfiguration section, Func<string, bool>? counts = null)
    {
        var properties = target.GetType().GetProperties();
        foreach (var child in section.GetChildren())
        {
            var property = Array.Find(properties, candidate => candidate.Name.Equals(child.Key, StringComparison.OrdinalIgnoreCase));
            if (property is not null) Fill(target, property, child);
            else if (counts?.Invoke(child.Key) ?? true) faults.Add(child.Path, Unknown(child, properties));
        }
    }

    private void Fill(object target, PropertyInfo property, IConfigurationSection section)
    {
        var type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
        if (SettingValues.IsValue(type) && section.Value is null && !section.GetChildren().Any()) return;
        if (Read(type, section) is not { } value) return;
        if (SettingLimits.Fault(property, value, section.Value ?? "") is { } sentence) faults.Add(section.Path, sentence);
        else property.SetValue(target, value);
    }

    private object? Read(Type type, IConfigurationSection section)
    {
        var isGroup = section.GetChildren().Any();
        if (SettingValues.IsValue(type)) return isGroup ? Fault(section, "This is one value, not a group of settings.") : Value(type, section);
        if (!isGroup && !string.IsNullOrEmpty(section.Value))
            return Fault(section, type == typeof(List<string>) ? "This is a list: write [\"…\"], also for one." : $"This is a group of settings, not a value: {Names(type)}.");
        if (type == typeof(List<string>)) return section.GetChildren().Select(child => child.Value ?? "").ToList();
        var made = Activator.CreateInstance(type)!;
        if (made is IDictionary entries) ReadEntries(entries, type.GetGenericArguments()[1], section);
        else Fill(made, section);
        return made;
    }

    private void ReadEntries(IDictionary entries, Type type, IConfigurationSection section)
    {
        foreach (var child in section.GetChildren())
            if (Read(type, child) is { } value) entries[child.Key] = value;
    }

    private object? Value(Type type, IConfigurationSection section)
    {
        if (section.Value is null) return null;
        var value = SettingValues.Read(type, section.Value);
        if (value is TimeSpan span) Spans[section.Path] = span.ToString("c");
        return value ?? Fault(section, $"“{Words.Brief(section.Value, 60)}” is not {SettingValues.Wanted(type)}.");
    }

    private object? Fault(IConfigurationSection section, string sentence)
    {
        faults.Add(section.Path, sentence);
        return null;
    }

    private static string Unknown(IConfigurationSection section, PropertyInfo[] known)
    {
        var nearest = Spelling.Nearest(section.Key, known.Select(property => property.Name));
        return $"There is no such setting. The nearest is {ConfigurationPath.Combine(section.Path[..^section.Key.Length] + nearest)}.";
    }

    private static string Names(Type type) =>
        typeof(IDictionary).IsAssignableFrom(type) ? "write { \"name\": … }" : Words.Join(type.GetProperties().Select(property => property.Name));
}
