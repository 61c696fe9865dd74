using System.Runtime.InteropServices;

namespace Plenum;

/// <summary>Ends the process without asking anyone in it, because something in it hangs.</summary>
internal static partial class ProcessEnd
{
    /// <summary>Exits with a code at once: nothing is flushed, no handler runs, no thread is waited for.</summary>
    public static void Now(int code)
    {
        if (OperatingSystem.IsWindows()) Environment.Exit(code);
        else Exit(code);
    }

    [LibraryImport("libc", EntryPoint = "_exit")]
    private static partial void Exit(int code);
}
