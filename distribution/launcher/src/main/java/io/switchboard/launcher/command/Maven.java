package io.switchboard.launcher.command;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Maven as it is installed on this machine. */
interface Maven {
    /** Runs it in a folder, with nothing to ask; fails with what it said when it does. */
    void run(Path folder, List<String> arguments) throws IOException, InterruptedException, CommandFault;

    /** The one that {@code MAVEN_HOME} names, else the one on the {@code PATH}. */
    static Maven ofProcess() {
        return (folder, arguments) -> {
            Map<String, String> environment = System.getenv();
            Path program = find(environment)
                    .orElseThrow(() -> CommandFault.failed(
                            "Maven (mvn) was not found; install Maven 3.8 or later, or set MAVEN_HOME.",
                            "找不到 Maven（mvn）。请安装 Maven 3.8 或更高版本，或设置 MAVEN_HOME。"));
            List<String> command = new ArrayList<>(List.of(program.toString(), "-B", "-q"));
            // Maven before 3.9 does not read it by itself.
            Stream.of(environment.getOrDefault("MAVEN_ARGS", "").split(" "))
                    .filter(each -> !each.isEmpty())
                    .forEach(command::add);
            command.addAll(arguments);
            ProcessBuilder builder =
                    new ProcessBuilder(command).directory(folder.toFile()).inheritIO();
            builder.redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")));
            builder.environment().remove("MAVEN_ARGS");
            if (builder.start().waitFor() != 0) {
                throw CommandFault.failed("Maven failed; the reason is above.", "Maven 执行失败，原因见上。");
            }
        };
    }

    private static Optional<Path> find(Map<String, String> environment) {
        String home = environment.getOrDefault("MAVEN_HOME", "");
        Stream<Path> places = home.isEmpty()
                ? Stream.of(environment.getOrDefault("PATH", "").split(File.pathSeparator))
                        .map(Path::of)
                : Stream.of(Path.of(home, "bin"));
        return places.map(place -> place.resolve("mvn"))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
