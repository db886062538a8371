package io.switchboard.launcher.demo;

import io.switchboard.launcher.command.Node;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.random.RandomGenerator;

/** The one-stop visit: where is it, send it elsewhere, give me my money back. Orders, addresses and credit notes in another system. */
final class OrderVisit {
    private static final int CONFLICT = 409;
    private static final int GOOD = 200;

    private final Hub hub;
    private final Screen screen;
    private final Utterances utterances;
    private final RandomGenerator random;
    private final String base;

    OrderVisit(Hub hub, Screen screen, Utterances utterances, RandomGenerator random, String customer) {
        this.hub = hub;
        this.screen = screen;
        this.utterances = utterances;
        this.random = random;
        base = "/api/ecommerce/v1/customers/" + customer + "/";
    }

    /** The name is that of who takes the goods. */
    void play(String name) throws IOException, InterruptedException {
        screen.customer(utterances.about("order_status"));
        screen.step("What did the customer order?", "客户订购了什么？");
        List<Node> orders = Node.of(
                        hub.call(GOOD, "GET", base + "orders?limit=50", "").body())
                .get("items")
                .items();
        if (orders.isEmpty()) {
            screen.note("This customer has no orders, so there is nothing to play with.", "该客户没有订单，无法演示。");
            return;
        }
        screen.step("How is it paid, where is the parcel?", "付款与物流情况如何？");
        hub.call(GOOD, "GET", path(orders.get(0)), "");
        sendElsewhere(orders, name);
        payBack(orders);
    }

    private String path(Node order) {
        return base + "orders/" + order.text("id");
    }

    private static List<Node> in(String status, List<Node> orders) {
        return orders.stream()
                .filter(each -> each.text("status").equals(status))
                .toList();
    }

    private void sendElsewhere(List<Node> orders, String name) throws IOException, InterruptedException {
        screen.customer(utterances.about("edit_personal_details"));
        String address = "{\"address\":{\"recipient\":\"" + name + "\",\"street\":\"延安中路 " + (1 + random.nextInt(999))
                + " 号\",\"city\":\"上海\",\"postcode\":\"200040\",\"country\":\"CN\"}}";
        List<Node> open = in("CONFIRMED", orders);
        if (open.isEmpty()) {
            screen.note("No order of this customer waits to be sent.", "该客户没有待发货的订单。");
        } else {
            screen.step("One that was not sent yet goes to the new address", "尚未发货的订单改寄新地址");
            hub.call(GOOD, "POST", path(open.get(0)) + "/address", address);
        }
        List<Node> sent = in("SHIPPED", orders);
        if (!sent.isEmpty()) {
            screen.step(
                    "One that is on its way only goes elsewhere where its carrier does that; that system would not"
                            + " mind",
                    "已发货的订单只有承运商支持转寄时才能改址；该系统自身并不阻止");
            HttpResponse<String> answer = hub.ask("POST", path(sent.get(0)) + "/address", address);
            Unexpected.unless(
                    answer.statusCode() == GOOD || answer.statusCode() == CONFLICT,
                    "the answer is " + answer.statusCode(),
                    "应答为 " + answer.statusCode());
        }
    }

    /** Before it is sent because the customer wants it no more, afterwards because it is broken. */
    private static String reason(Node order) {
        return "{\"reason\":\"" + (order.text("status").equals("DELIVERED") ? "DAMAGED" : "CHANGED_MIND") + "\"}";
    }

    private void payBack(List<Node> orders) throws IOException, InterruptedException {
        screen.customer(utterances.about("request_refund"));
        List<Node> fit = new ArrayList<>(in("CONFIRMED", orders));
        fit.addAll(in("DELIVERED", orders));
        for (Node order : fit) {
            screen.step(
                    "What would be paid back for " + order.text("number") + "? Nothing is done yet",
                    order.text("number") + " 可退多少？仅试算，不执行");
            HttpResponse<String> offered = hub.ask("POST", path(order) + "/refund-quotes", reason(order));
            if (offered.statusCode() == GOOD) {
                commit(order, Node.of(offered.body()));
                return;
            }
            screen.note("Not this one.", "该订单不可退。");
        }
        screen.note("No order of this customer is paid and can be paid back now.", "该客户目前没有已付款且可退款的订单。");
    }

    private void commit(Node order, Node quote) throws IOException, InterruptedException {
        Node amount = quote.get("amount");
        screen.chatbot(amount.text("amount") + " " + amount.text("currency") + "?");
        screen.customer(utterances.about("yes"));
        screen.step("Exactly that quote, once", "按该报价退款，仅执行一次");
        String id = quote.text("quoteId");
        String body = "{\"quoteId\":\"" + id + "\",\"amount\":" + amount.shown() + "}";
        String key = "demo-" + UUID.randomUUID();
        HttpResponse<String> done = hub.ask("POST", base + "refunds", body, "Idempotency-Key", key);
        if (done.statusCode() == CONFLICT) {
            screen.note("That system does not pay it back by itself, and nothing was changed.", "该系统不允许由此退款，一切未变。");
            return;
        }
        Unexpected.unless(done.statusCode() == GOOD, "the refund is refused", "退款被拒绝");
        screen.step("The line broke, and it is asked again: nothing is paid twice", "网络中断后重试：不会重复退款");
        hub.call(GOOD, "POST", base + "refunds", body, "Idempotency-Key", key);
        screen.step(
                "Once more for the same goods: that system would do it, the hub does not", "同一商品再次退款：该系统会照办，hub 不会");
        hub.call(CONFLICT, "POST", path(order) + "/refund-quotes", reason(order));
        screen.customer(utterances.about("Refund_not_showing_up"));
        screen.step("How far is it?", "进度如何？");
        hub.call(GOOD, "GET", base + "refunds/" + id, "");
    }
}
