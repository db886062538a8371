package io.switchboard.launcher.demo;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** {@code java -cp lib/launcher.jar io.switchboard.launcher.demo.Demo}: plays the visit against the hub of {@code SWITCHBOARD_HOME}. */
public final class Demo {
    private static final int FAILED = 1;
    private static final int NOT_RUNNING = 4;

    private Demo() {}

    public static void main(String[] arguments) {
        boolean chinese = "zh".equals(Locale.getDefault().getLanguage());
        Screen screen = new Screen(new PrintStream(System.out, true, StandardCharsets.UTF_8), chinese);
        System.exit(play(Path.of(System.getenv().getOrDefault("SWITCHBOARD_HOME", ".")), screen));
    }

    static int play(Path home, Screen screen) {
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
