using System.Reflection;

namespace Plenum;

/// <summary>The version of this program.</summary>
internal static class ProgramVersion
{
    public static string Text { get; } = (typeof(ProgramVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "0").Split('+')[0];
}
