package io.switchboard.launcher.command;

import io.switchboard.secrets.SecretFault;
import java.io.IOException;
import java.nio.file.Path;

/** One command of the command line. */
interface Command {
    /** Does it; returning is success. */
    void run(Terminal terminal) throws IOException, InterruptedException, CommandFault;

    /** Does a command, and says what was wrong; what the process ends with. */
    static int exitCode(Command command, Terminal terminal) {
        try {
            command.run(terminal);
            return 0;
        } catch (CommandFault e) {
            if (!e.english().isEmpty()) {
                terminal.warn(e.english(), e.chinese());
            }
            return e.exitCode();
        } catch (SecretFault e) {
            terminal.warn(e.getMessage() + ".", Faults.chinese(e));
            return CommandFault.FAILED;
        } catch (IOException e) {
            terminal.warn("It failed: " + e, "操作失败：" + e);
            return CommandFault.FAILED;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return CommandFault.FAILED;
        }
    }

    /** The home of the hub that the commands are about; the script names it. */
    static Path home() {
        return Path.of(System.getenv().getOrDefault("SWITCHBOARD_HOME", "."))
                .toAbsolutePath()
                .normalize();
    }
}
