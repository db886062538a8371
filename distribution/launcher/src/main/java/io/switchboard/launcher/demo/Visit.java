package io.switchboard.launcher.demo;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.UUID;

/** A customer asks where his parcel is; a chatbot helps him, and is kept from doing more than it may. */
final class Visit {
    private static final String PHONE = "13800001001";
    private static final String COMPLAINT = "蓝牙音箱说好三天前到，物流一直没更新，包裹是不是丢失了？";

    private final Hub hub;
    private final Screen screen;

    Visit(Hub hub, Screen screen) {
        this.hub = hub;
        this.screen = screen;
    }

    void play(String client, String secret) throws IOException, InterruptedException {
        screen.step("The chatbot comes by a token", "机器人获取令牌");
        hub.signIn(client, secret);

        screen.customer("你好，我的包裹怎么还没到？手机号 " + PHONE);
        String customer = whoIsIt();
        String ticket = complain(customer);
        follow(ticket);
        remember(customer);
        screen.chatbot("已经为您加急，会有专人晚上七点以后联系您。");
        overreach();
    }

    /** What an employee asks afterwards, and a chatbot may not. */
    void lookBehind(String client, String secret) throws IOException, InterruptedException {
        screen.step("Meanwhile at the company: the administrator comes by a token", "与此同时，在公司内部：管理员获取令牌");
        hub.signIn(client, secret);
        screen.step("Why did the ticket go to that department? A dispatch rule says so", "工单为什么分给了那个部门？由分派规则决定");
        Text explained = Text.of(hub.call(
                        200,
                        "POST",
                        "/api/ticket/v1/dispatch/explain",
                        "{\"kind\":\"DELIVERY\",\"text\":\"" + COMPLAINT + "\",\"level\":\"GOLD\"}")
                .body());
        Unexpected.unless(!explained.member("rule").isEmpty(), "no rule is named", "没有说明命中的规则");
    }

    private String whoIsIt() throws IOException, InterruptedException {
        screen.step(
                "Who is it? The number goes in the body, never in an address that is logged",
                "他是谁？号码放在请求体中，不进入会被记录的地址");
        HttpResponse<String> found =
                hub.call(200, "POST", "/api/crm/v1/customers/find", "{\"phone\":\"" + PHONE + "\"}");
        String id = Text.of(found.body()).member("customerId");
        Unexpected.unless(!id.isEmpty(), "nobody was found by the number", "未按号码找到客户");

        screen.step("What does the company know of him? Contact data are masked for a chatbot", "公司了解他什么？联系方式对机器人脱敏");
        Text customer =
                Text.of(hub.call(200, "GET", "/api/crm/v1/customers/" + id, "").body());
        Unexpected.unless(!customer.json().contains(PHONE), "the number is not masked", "号码未脱敏");

        screen.step("What happened before?", "之前发生过什么？");
        hub.call(200, "GET", "/api/crm/v1/customers/" + id + "/timeline?limit=3", "");
        return id;
    }

    private String complain(String customer) throws IOException, InterruptedException {
        screen.customer(COMPLAINT);
        screen.step("A ticket, with an idempotency key", "创建工单，带幂等键");
        String tickets = "/api/ticket/v1/customers/" + customer + "/tickets";
        String body = "{\"kind\":\"DELIVERY\",\"subject\":\"包裹三天没有更新\",\"text\":\"" + COMPLAINT + "\"}";
        String key = "demo-" + UUID.randomUUID();
        String made =
                hub.call(200, "POST", tickets, body, "Idempotency-Key", key).body();

        screen.step(
                "The line broke, so the chatbot asks again with the same key: the same ticket, not a second one",
                "网络中断，机器人用同一个键重试：得到同一张工单，而不是第二张");
        HttpResponse<String> again = hub.call(200, "POST", tickets, body, "Idempotency-Key", key);
        Unexpected.unless(
                again.headers().firstValue("Idempotency-Replayed").isPresent()
                        && Text.of(again.body())
                                .member("id")
                                .equals(Text.of(made).member("id")),
                "a second ticket was made",
                "创建了第二张工单");
        return tickets + "/" + Text.of(made).member("id");
    }

    private void follow(String ticket) throws IOException, InterruptedException {
        screen.step("A comment that the customer may read", "添加客户可见的评论");
        hub.call(200, "POST", ticket + "/comments", "{\"visibility\":\"CUSTOMER\",\"text\":\"正在联系快递公司查找包裹。\"}");
        screen.customer("能不能快一点？这是要送人的！");
        screen.step("The ticket is dealt with sooner", "催办工单");
        Text expedited = Text.of(hub.call(200, "POST", ticket + "/expedite", "{\"note\":\"礼物，客户着急\"}")
                .body());
        Unexpected.unless(expedited.member("flagged").equals("true"), "the ticket does not stand out", "工单未重点标记");
    }

    private void remember(String customer) throws IOException, InterruptedException {
        screen.customer("好的。晚上七点以后再打给我吧。");
        screen.step(
                "What the conversation revealed is written down, with its source and how sure it is",
                "记录会话中了解到的偏好，附来源与可信度");
        hub.call(
                200,
                "PUT",
                "/api/crm/v1/customers/" + customer + "/preferences/contact-time",
                "{\"value\":\"晚上七点以后\",\"evidence\":{\"source\":\"CONVERSATION\",\"confidence\":\"1\"}}",
                "Idempotency-Key",
                "demo-" + UUID.randomUUID());
    }

    private void overreach() throws IOException, InterruptedException {
        screen.step(
                "What a chatbot may not do, and what it is told: what to do next, and what to say",
                "机器人无权执行的操作，以及得到的提示：下一步怎么做、怎么对客户说");
        Text refused =
                Text.of(hub.call(403, "GET", "/api/security/v1/clients", "").body());
        Unexpected.unless(refused.member("code").equals("4016"), "the refusal has another code", "拒绝的错误码不符");
        screen.step("A wrong argument is named, with what is expected", "错误的参数会被指出，并说明应填什么");
        hub.call(400, "POST", "/api/crm/v1/customers/find", "{\"phone\":12345,\"surname\":\"李\"}");
    }
}
