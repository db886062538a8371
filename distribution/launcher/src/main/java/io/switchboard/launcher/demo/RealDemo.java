package io.switchboard.launcher.demo;

import io.switchboard.launcher.command.Node;
import io.switchboard.launcher.demo.Standing.Domain;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;

/** Visits that are paid to the systems behind the hub, with the words of real customers. */
final class RealDemo {
    private static final int NOT_FOUND = 404;

    private final Path home;
    private final String address;
    private final DemoOptions options;
    private final Screen screen;
    private final RandomGenerator random = new Random();

    RealDemo(Path home, String address, DemoOptions options, Screen screen) {
        this.home = home;
        this.address = address;
        this.options = options;
        this.screen = screen;
    }

    /** Plays what can be played; false where that is nothing. */
    boolean play(Text client) throws IOException, InterruptedException {
        screen.step("What stands behind this hub?", "这个 hub 背后是哪些系统？");
        List<Standing> systems = systems();
        systems.forEach(each -> each.show(screen));
        if (!worthIt(systems)) {
            return false;
        }
        Hub hub = new Hub(address, screen);
        screen.step("The chatbot comes by a token", "机器人获取令牌");
        hub.signIn(client.member("client_id"), client.member("client_secret"));
        screen.step("Who writes? Contact data are masked for a chatbot", "来者是谁？联系方式对机器人脱敏");
        HttpResponse<String> found = hub.ask("GET", "/api/crm/v1/customers/" + options.customer(), "");
        if (found.statusCode() == NOT_FOUND) {
            screen.fail(
                    "There is no customer " + options.customer()
                            + ". Name one who may be played with: switchboard demo --real --customer ID",
                    "没有客户 " + options.customer() + "。请指定可供演示的客户：switchboard demo --real --customer 编号");
            return false;
        }
        Unexpected.unless(found.statusCode() == 200, "the customer cannot be read", "无法读取客户资料");
        Utterances utterances = Utterances.shipped(random);
        if (isReal(systems, Domain.ORDERS)) {
            new OrderVisit(hub, screen, utterances, random, options.customer())
                    .play(Node.of(found.body()).text("name"));
        }
        if (isReal(systems, Domain.TICKETS)) {
            new TicketVisit(hub, screen, utterances, options.customer()).play();
        }
        screen.customer(utterances.about("thank_you"));
        return true;
    }

    private List<Standing> systems() throws IOException, InterruptedException {
        Path admin = home.resolve("run/admin.json");
        if (!Files.exists(admin)) {
            throw new Unexpected(
                    "run/admin.json is gone, by which the hub is asked for its backends.",
                    "run/admin.json 已不存在，无法查询 hub 的后端。");
        }
        Text administrator = Text.of(Files.readString(admin));
        Hub hub = new Hub(address, Screen.silent());
        hub.signIn(administrator.member("client_id"), administrator.member("client_secret"));
        return Standing.all(home.resolve("etc"), Node.of(hub.look("/api/backends")));
    }

    private static boolean isReal(List<Standing> systems, Domain domain) {
        return systems.stream().anyMatch(each -> each.domain() == domain && each.isReal());
    }

    private boolean worthIt(List<Standing> systems) {
        if (systems.stream().noneMatch(Standing::isReal)) {
            screen.fail(
                    "No real system stands behind this hub, so there is nothing to show. docs/backends/ tells how to"
                            + " connect one; without, there is: switchboard demo",
                    "这个 hub 背后没有真实系统，无可演示。接入方法见 docs/backends/；无真实系统时可用：switchboard demo");
            return false;
        }
        boolean remote = systems.stream().anyMatch(each -> each.isReal() && !each.isLocal());
        if (remote && !options.sure()) {
            screen.fail(
                    "These systems are not on this machine. The visits make tickets, change an address and pay money"
                            + " back there, of the customer " + options.customer()
                            + ". If that is what you want: switchboard demo --real --yes",
                    "这些系统不在本机。演示会在其中为客户 " + options.customer() + " 创建工单、修改地址并退款。确认要执行时：switchboard demo --real --yes");
            return false;
        }
        return true;
    }
}
