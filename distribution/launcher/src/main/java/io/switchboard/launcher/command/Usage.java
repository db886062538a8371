package io.switchboard.launcher.command;

import java.util.List;

/** How a command is to be typed. Immutable. */
record Usage(String english, String chinese) {

    /** For what was typed otherwise. */
    CommandFault fault() {
        return new CommandFault(CommandFault.USAGE, english, chinese);
    }

    /** Says it to who asks for it; false to others. */
    boolean asked(List<String> arguments, Terminal terminal) {
        boolean asked = arguments.contains("--help") || arguments.contains("-h");
        if (asked) {
            terminal.say(english, chinese);
        }
        return asked;
    }
}
