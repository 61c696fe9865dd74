using Plenum.Bacnet.Protocol.Types;

namespace Plenum.Bacnet.Simulator.Buildings;

/// <summary>The commands to a commandable point (clause 19.2): sixteen priorities, of which 1 counts most.</summary>
internal sealed class CommandPriorities
{
    /// <summary>How many priorities there are, and the one of a command that names none.</summary>
    public const int Lowest = 16;

    /// <summary>Kept for minimum on and off times: nobody may command at it.</summary>
    public const int MinimumOnOff = 6;

    private readonly BacnetValue[] _commands = new BacnetValue[Lowest];

    /// <summary>The priority of the command that counts; null when there is none.</summary>
    public int? Active
    {
        get
        {
            var index = Array.FindIndex(_commands, static command => command.Kind != BacnetKind.Null);
            return index < 0 ? null : index + 1;
        }
    }

    /// <summary>The command at a priority, 1..16; NULL when there is none. Setting NULL relinquishes it.</summary>
    public BacnetValue this[int priority]
    {
        get => _commands[priority - 1];
        set => _commands[priority - 1] = value;
    }
}
