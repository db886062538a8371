package io.switchboard.launcher.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** {@code deploy}: puts files into {@code deploy/} and waits for what the hub answers. */
final class DeployCommand implements Command {
    /** Ends a wait for which the hub may still need time, or another bundle. */
    static final int NOT_YET = 2;

    private static final long LOOK_MILLIS = 20;
    private static final int PATIENCE_SECONDS = 60;
    // What waits for another file of the same command gets it by then.
    private static final int WAITING_SECONDS = 3;
    private static final Usage USAGE = new Usage("""
                    Usage: switchboard deploy FILE... [--timeout SECONDS] [--no-wait] [--beside]
                    Copies bundles (.jar, or a .zip of several) and settings (.cfg) into the hub's deploy/, each in one step, and
                    waits until they run.
                    A bundle that is there already is updated, and no call fails meanwhile: a file of another name with
                    another version of it is removed when the new one runs, unless --beside says that both stay.
                    Ends with 0 when all run, 1 when one is refused or fails (it says why; what ran before goes on),
                    2 when one still waits for something or --timeout (60) has passed, 4 when no hub runs.""", """
                    用法：switchboard deploy 文件… [--timeout 秒] [--no-wait] [--beside]
                    将 bundle（.jar，或含多个 jar 的 .zip）及设置文件（.cfg）一步复制到 hub 的 deploy/，并等待其运行。
                    已存在的 bundle 会被更新，期间不会有调用失败：新版本运行后，含同一 bundle 其他版本的其他文件会被移除，
                    除非以 --beside 指明两者并存。
                    结束码：0 全部运行；1 被拒绝或启动失败（会说明原因，原有版本继续运行）；
                    2 仍在等待或超过 --timeout（60 秒）；4 没有 hub 在运行。""");

    private final Path home;
    private final InstantSource clock;
    private final List<String> arguments;

    DeployCommand(Path home, InstantSource clock, List<String> arguments) {
        this.home = home;
        this.clock = clock;
        this.arguments = List.copyOf(arguments);
    }

    @Override
    public void run(Terminal terminal) throws IOException, InterruptedException, CommandFault {
        if (USAGE.asked(arguments, terminal)) {
            return;
        }
        Options options = Options.of(arguments, Set.of("--no-wait", "--beside"), Set.of("--timeout"), USAGE);
        List<Path> files = options.words().stream().map(Path::of).toList();
        if (files.isEmpty()) {
            throw USAGE.fault();
        }
        Instant end = clock.instant().plus(options.seconds("--timeout", PATIENCE_SECONDS));
        RunningHub.need(home);
        for (Path file : files) {
            DeployFolder.check(file);
        }
        // As exact as the hub writes it.
        Instant begun = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        DeployFolder folder = DeployFolder.of(home);
        List<Path> put = new ArrayList<>();
        for (Path file : files) {
            put.add(folder.put(file));
        }
        if (options.has("--no-wait")) {
            terminal.say("Copied to " + folder.folder(), "已复制到 " + folder.folder());
            return;
        }
        answer(await(put, begun, end), put, options.has("--beside"), terminal);
    }

    /** What the hub says of each file since it was put there; what it said last when the time is over. */
    private Map<Path, DeployStatus> await(List<Path> files, Instant begun, Instant end)
            throws IOException, InterruptedException, CommandFault {
        Map<Path, DeployStatus> said = new LinkedHashMap<>();
        Instant waiting = Instant.MAX;
        while (clock.instant().isBefore(end) && clock.instant().isBefore(waiting)) {
            boolean settled = true;
            boolean waits = false;
            for (Path file : files) {
                Optional<DeployStatus> status =
                        DeployStatus.of(file).filter(found -> !found.at().isBefore(begun));
                status.ifPresent(found -> said.put(file, found));
                settled &= status.filter(DeployStatus::settled).isPresent();
                waits |= status.filter(found -> found.state().equals("waiting")).isPresent();
            }
            if (settled) {
                return said;
            }
            if (!waits) {
                waiting = Instant.MAX;
            } else if (waiting.equals(Instant.MAX)) {
                waiting = clock.instant().plusSeconds(WAITING_SECONDS);
            }
            RunningHub.need(home);
            Thread.sleep(LOOK_MILLIS);
        }
        return said;
    }

    private void answer(Map<Path, DeployStatus> said, List<Path> files, boolean beside, Terminal terminal)
            throws IOException, CommandFault {
        boolean failed = false;
        boolean late = false;
        for (Path file : files) {
            DeployStatus status = said.get(file);
            String name = String.valueOf(file.getFileName());
            if (status == null) {
                terminal.warn(
                        name + ": the hub has not answered for it yet; see " + DeployStatus.beside(file),
                        name + "：hub 尚未答复，参见 " + DeployStatus.beside(file));
                late = true;
            } else if (status.runs()) {
                terminal.say(status.text(name, false), status.text(name, true));
                if (!beside) {
                    replace(file, terminal);
                }
            } else {
                terminal.warn(status.text(name, false), status.text(name, true));
                failed |= status.settled();
                late |= !status.settled();
            }
        }
        if (failed || late) {
            throw CommandFault.said(failed ? CommandFault.FAILED : NOT_YET);
        }
    }

    // The new one has the calls already; what is under way in the old one ends.
    private void replace(Path file, Terminal terminal) throws IOException, CommandFault {
        for (Path old : DeployFolder.of(home).others(file)) {
            Files.delete(old);
            terminal.say("  takes the place of " + old.getFileName(), "  取代 " + old.getFileName());
        }
    }
}
