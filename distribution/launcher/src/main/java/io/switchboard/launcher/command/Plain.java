package io.switchboard.launcher.command;

/** Text that others wrote, harmless on a terminal: nothing in it moves the cursor or turns the direction of what follows. */
final class Plain {
    private Plain() {}

    static String of(String text) {
        return text.codePoints()
                .map(c -> Character.isISOControl(c) || Character.getType(c) == Character.FORMAT ? ' ' : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
