package io.switchboard.launcher.demo;

import io.switchboard.launcher.command.Node;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/** A customer complains, is robbed, and hears when somebody has seen to it: tickets in another system. */
final class TicketVisit {
    private static final Duration LONGEST = Duration.ofSeconds(60);

    private final Hub hub;
    private final Screen screen;
    private final Utterances utterances;
    private final String tickets;

    TicketVisit(Hub hub, Screen screen, Utterances utterances, String customer) {
        this.hub = hub;
        this.screen = screen;
        this.utterances = utterances;
        tickets = "/api/ticket/v1/customers/" + customer + "/tickets";
    }

    void play() throws IOException, InterruptedException {
        String complaint = complain();
        alarm("compromised_card");
        alarm("report_fraud");
        hear(complaint);
    }

    private String complain() throws IOException, InterruptedException {
        Utterances.Utterance said = utterances.about("card_arrival");
        screen.customer(said);
        screen.step("A ticket, in the system where the colleagues work", "在同事们使用的系统中创建工单");
        String body = body("DELIVERY", "Has not arrived", said);
        String key = "demo-" + UUID.randomUUID();
        String made = id(hub.call(200, "POST", tickets, body, "Idempotency-Key", key));
        screen.step(
                "The line broke, and it is asked again with the same key: the same ticket, not a second one",
                "网络中断，用同一个键重试：得到同一张工单，而不是第二张");
        HttpResponse<String> again = hub.call(200, "POST", tickets, body, "Idempotency-Key", key);
        Unexpected.unless(id(again).equals(made), "a second ticket was made", "创建了第二张工单");
        screen.step("A comment that the customer may read, and one for the colleagues", "添加一条客户可见的评论、一条内部备注");
        comment(made, "CUSTOMER", "We are looking for it, and call you back today.");
        comment(made, "INTERNAL", "Asked by the chatbot.");
        screen.step("It is dealt with sooner", "催办");
        hub.call(200, "POST", tickets + "/" + made + "/expedite", "{\"note\":\"waits for long\"}");
        return made;
    }

    private void comment(String ticket, String visibility, String text) throws IOException, InterruptedException {
        hub.call(
                200,
                "POST",
                tickets + "/" + ticket + "/comments",
                "{\"visibility\":\"" + visibility + "\",\"text\":\"" + text + "\"}",
                "Idempotency-Key",
                "demo-" + UUID.randomUUID());
    }

    private void alarm(String label) throws IOException, InterruptedException {
        Utterances.Utterance said = utterances.about(label);
        screen.customer(said);
        screen.step(
                "Somebody else has the customer's money: urgent, whatever the rules of dispatch say",
                "客户资金被他人使用：无论分派规则如何，一律升为紧急");
        Node ticket = Node.of(hub.call(
                        200,
                        "POST",
                        tickets,
                        body("PAYMENT_FRAUD", "Card used by somebody else", said),
                        "Idempotency-Key",
                        "demo-" + UUID.randomUUID())
                .body());
        Unexpected.unless(
                ticket.text("priority").equals("URGENT")
                        && ticket.get("flagged").isTrue(),
                "the ticket is not urgent",
                "工单未升为紧急");
    }

    /** By what the other system itself tells: of remote systems nobody but the poller does. */
    private void hear(String ticket) throws IOException, InterruptedException {
        screen.step("The first ticket is closed", "关闭第一张工单");
        String after = Node.of(hub.look("/api/events?after=now")).text("next");
        hub.call(200, "POST", tickets + "/" + ticket + "/close", "{\"note\":\"it has arrived\"}");
        screen.step(
                "And whoever listens to events hears of it, as that system itself tells it",
                "订阅事件的一方随即得知，消息来自该系统自身的变更记录");
        long end = System.nanoTime() + LONGEST.toNanos();
        String path = "/api/events?types=ticket.v1.status.changed&after=";
        while (true) {
            String heard = hub.look(path + after);
            for (Node event : Node.of(heard).get("events").items()) {
                if (event.text("subject").equals(ticket)
                        && event.get("data").text("status").equals("CLOSED")) {
                    screen.request("GET " + path + "…", "");
                    screen.answer("200", event.shown());
                    return;
                }
            }
            after = Node.of(heard).text("next");
            Unexpected.unless(System.nanoTime() < end, "nothing was heard of it in a minute", "一分钟内没有收到事件");
            TimeUnit.MILLISECONDS.sleep(500);
        }
    }

    private static String id(HttpResponse<String> made) {
        String id = Node.of(made.body()).text("id");
        Unexpected.unless(!id.isEmpty(), "the ticket has no id", "工单没有编号");
        return id;
    }

    /** The words have no character that JSON would write otherwise. */
    private static String body(String kind, String subject, Utterances.Utterance said) {
        return "{\"kind\":\"" + kind + "\",\"subject\":\"" + subject + "\",\"text\":\"" + said.words() + "\"}";
    }
}
