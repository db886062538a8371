package io.switchboard.launcher.command;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * {@code new connector}: a project that builds, tests and deploys, made by the archetype that comes with the distribution. What such a
 * build needs of ours is put into the local Maven repository first, since it is in no public one.
 */
final class NewCommand implements Command {
    private static final String ARCHETYPE = "io.switchboard.connector.archetype";
    private static final String GENERATE = "org.apache.maven.plugins:maven-archetype-plugin:3.4.1:generate";
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9]{0,19}");
    private static final Pattern PACKAGE = Pattern.compile("[a-z][a-z0-9_]*(\\.[a-z][a-z0-9_]*)*");
    private static final Pattern GROUP = Pattern.compile("[A-Za-z0-9_.-]{1,100}");
    private static final Pattern VERSION = Pattern.compile("[0-9]+(\\.[0-9]+){0,2}(-[A-Za-z0-9-]+)?");
    // Those of the hub itself.
    private static final Set<String> RESERVED = Set.of(
            "backends", "deployments", "calls", "errors", "events", "files", "jobs", "security", "openapi", "asyncapi");
    private static final Usage USAGE = new Usage("""
                    Usage: switchboard new connector NAME [--group GROUP] [--package PACKAGE] [--version VERSION]
                           switchboard new artifacts
                    Makes the folder NAME with the project of a connector: a class, its test, its settings, a pom. It builds as it
                    stands: cd NAME; mvn package. NAME is the connector's id, such as loyalty.
                      --group    Maven's group id (com.example)      --package  the Java package (group and name)
                      --version  of the project (1.0.0)
                    Needs Maven. First it puts what a connector's build needs of this hub into the local Maven repository, as
                    new artifacts does alone: on a build server, say, or after an upgrade of the hub.""", """
                    用法：switchboard new connector 名称 [--group 组] [--package 包] [--version 版本]
                          switchboard new artifacts
                    在文件夹 名称 中生成连接器项目：一个类、其测试、设置和 pom，可直接构建：cd 名称; mvn package。
                    名称即连接器编号，例如 loyalty。
                      --group    Maven 的 groupId（com.example）     --package  Java 包（组加名称）
                      --version  项目版本（1.0.0）
                    需要 Maven。首先会将构建所需的本 hub 构件放入本地 Maven 仓库；new artifacts 仅执行此步，
                    适用于构建服务器或 hub 升级之后。""");

    private final Path folder;
    private final Path repository;
    private final Maven maven;
    private final List<String> arguments;

    /** Takes where the project is made, and the repository that comes with the distribution. */
    NewCommand(Path folder, Path repository, Maven maven, List<String> arguments) {
        this.repository = repository;
        this.folder = folder.toAbsolutePath();
        this.maven = maven;
        this.arguments = List.copyOf(arguments);
    }

    @Override
    public void run(Terminal terminal) throws IOException, InterruptedException, CommandFault {
        if (USAGE.asked(arguments, terminal)) {
            return;
        }
        Options options = Options.of(arguments, Set.of(), Set.of("--group", "--package", "--version"), USAGE);
        if (options.words().equals(List.of("artifacts"))) {
            install();
            terminal.say("The artifacts are in the local Maven repository.", "构件已放入本地 Maven 仓库。");
            return;
        }
        if (options.words().size() != 2 || !options.words().get(0).equals("connector")) {
            throw USAGE.fault();
        }
        String name = options.words().get(1);
        String group = options.value("--group").orElse("com.example");
        String pack = options.value("--package").orElse(group + "." + name);
        String version = options.value("--version").orElse("1.0.0");
        check(name, group, pack, version);
        install();
        maven.run(
                folder,
                List.of(
                        GENERATE,
                        "-DarchetypeCatalog=local",
                        "-DarchetypeGroupId=io.switchboard",
                        "-DarchetypeArtifactId=" + ARCHETYPE,
                        "-DarchetypeVersion=" + version(),
                        "-DgroupId=" + group,
                        "-DartifactId=" + name,
                        "-Dversion=" + version,
                        "-Dpackage=" + pack,
                        "-DclassName=" + Character.toUpperCase(name.charAt(0)) + name.substring(1)));
        terminal.say(
                "Made " + folder.resolve(name) + "\nNext: cd " + name + "; mvn package; switchboard deploy target/"
                        + name + "-" + version + ".jar",
                "已生成 " + folder.resolve(name) + "\n下一步：cd " + name + "; mvn package; switchboard deploy target/" + name
                        + "-" + version + ".jar");
    }

    private void check(String name, String group, String pack, String version) throws CommandFault {
        if (!NAME.matcher(name).matches() || RESERVED.contains(name)) {
            throw CommandFault.failed(
                    name
                            + " cannot be a connector's id: up to 20 small letters and digits, a letter first, and none of "
                            + String.join(", ", RESERVED.stream().sorted().toList()) + ".",
                    name + " 不能作为连接器编号：须为不超过 20 个小写字母和数字，以字母开头，且不能是 "
                            + String.join("、", RESERVED.stream().sorted().toList()) + "。");
        }
        boolean sound = GROUP.matcher(group).matches()
                && PACKAGE.matcher(pack).matches()
                && VERSION.matcher(version).matches();
        if (!sound) {
            throw USAGE.fault();
        }
        if (Files.exists(folder.resolve(name))) {
            throw CommandFault.failed(folder.resolve(name) + " is there already.", folder.resolve(name) + " 已存在。");
        }
    }

    private void install() throws IOException, InterruptedException, CommandFault {
        Path pom = repository.resolve("pom.xml");
        if (!Files.exists(pom)) {
            throw CommandFault.failed(pom + " is not there: the distribution is not whole.", pom + " 不存在：发行包不完整。");
        }
        maven.run(repository, List.of("-f", pom.toString(), "process-resources"));
    }

    /** Of the archetype that is there. */
    private String version() throws IOException, CommandFault {
        try (DirectoryStream<Path> versions = Files.newDirectoryStream(
                repository.resolve("io").resolve("switchboard").resolve(ARCHETYPE))) {
            for (Path each : versions) {
                return String.valueOf(each.getFileName());
            }
        }
        throw CommandFault.failed("The distribution has no archetype.", "发行包中没有 archetype。");
    }
}
