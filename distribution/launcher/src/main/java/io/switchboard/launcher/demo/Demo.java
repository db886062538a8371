package io.switchboard.launcher.demo;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * {@code java -cp lib/launcher.jar io.switchboard.launcher.demo.Demo}: plays the visit against the hub of {@code SWITCHBOARD_HOME}; with
 * {@code --real} the visits to the systems behind it.
 */
public final class Demo {
    private static final int FAILED = 1;
    private static final int NOT_RUNNING = 4;
    private static final int MISUSED = 64;

    private Demo() {}

    public static void main(String[] arguments) {
        boolean chinese = "zh".equals(Locale.getDefault().getLanguage());
        Screen screen = new Screen(new PrintStream(System.out, true, StandardCharsets.UTF_8), chinese);
        Path home = Path.of(System.getenv().getOrDefault("SWITCHBOARD_HOME", "."));
        System.exit(DemoOptions.of(arguments)
                .map(options -> play(home, options, screen))
                .orElseGet(() -> misused(screen)));
    }

    private static int misused(Screen screen) {
        screen.fail("""
                          Usage: switchboard demo [--real [--customer ID] [--yes]]
                          Plays a chatbot's visit against the running hub and shows each call.
                            --real      visits to the real systems behind the hub, with words of real customers: it makes tickets, changes an
                                        address and pays money back there; docs/backends/demo.md tells how to have such systems on one machine
                            --customer  who visits; C-1001 where nobody is named
                            --yes       also where those systems are not on this machine\
                          """, """
                          用法：switchboard demo [--real [--customer 编号] [--yes]]
                          对运行中的 hub 演示聊天机器人的访问，并显示每次调用。
                            --real      访问 hub 背后的真实系统，客户的话取自公开数据集：会在其中创建工单、修改地址并退款；
                                        如何在一台机器上准备这些系统，见 docs/backends/demo.md
                            --customer  来访客户，缺省为 C-1001
                            --yes       这些系统不在本机时也执行\
                          """);
        return MISUSED;
    }

    static int play(Path home, DemoOptions options, Screen screen) {
        try {
            Path run = home.resolve("run");
            if (!Files.exists(run.resolve("hub.json"))) {
                screen.fail(
                        "No hub has run in " + home + ". Start one with: switchboard start --demo",
                        home + " 中没有运行过 hub。请先启动：switchboard start --demo");
                return NOT_RUNNING;
            }
            if (!Files.exists(run.resolve("demo-client.json"))) {
                screen.fail(
                        "This hub has no demo client; the demo needs a hub that was first started with --demo.",
                        "该 hub 没有演示客户端；演示需要首次以 --demo 启动的 hub。");
                return FAILED;
            }
            Text client = Text.of(Files.readString(run.resolve("demo-client.json")));
            String address = Text.of(Files.readString(run.resolve("hub.json"))).member("http");
            if (options.real()) {
                return new RealDemo(home, address, options, screen).play(client) ? 0 : FAILED;
            }
            Visit visit = new Visit(new Hub(address, screen), screen);
            visit.play(client.member("client_id"), client.member("client_secret"));
            Path admin = run.resolve("admin.json");
            // Gone once the administrator has changed the secret; the visit is whole without it.
            if (Files.exists(admin)) {
                Text administrator = Text.of(Files.readString(admin));
                visit.lookBehind(administrator.member("client_id"), administrator.member("client_secret"));
            }
            return 0;
        } catch (Unexpected e) {
            screen.fail(e.english(), e.chinese());
            return FAILED;
        } catch (IOException e) {
            screen.fail(
                    "The hub does not answer (" + e + "). Is it running? See: switchboard status",
                    "hub 没有响应（" + e + "）。它在运行吗？请执行：switchboard status");
            return NOT_RUNNING;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return FAILED;
        }
    }
}
