package io.switchboard.launcher.command;

import java.util.List;

/** How a command is to be typed. Immutable. */
record Usage(String english, String chinese) {

    /** For what was typed otherwise. */
    CommandFault fault() {
        return new CommandFault(CommandFault.USAGE, english, chinese);
    }

    /** For an option that it does not have, has no value, or was given twice. */
    CommandFault fault(String option) {
        return new CommandFault(
                CommandFault.USAGE,
                option + " is no option here, lacks its value, or was given twice.\n" + english,
                option + " 不是此命令的选项、缺少取值或重复给出。\n" + chinese);
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
