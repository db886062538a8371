package io.switchboard.security.internal.audit;

import io.switchboard.connector.Describe;
import io.switchboard.connector.Example;
import io.switchboard.connector.SchemaName;
import io.switchboard.connector.Untrusted;
import io.switchboard.core.audit.AuditRecord;
import java.time.Instant;
import java.util.Optional;

/** One call, as it was recorded. */
@SchemaName("AuditRecord")
record AuditRow(
        @Describe(en = "When it began.", zh = "开始时间。") @Example("2026-01-30T08:00:00Z")
        Instant time,

        @Describe(en = "The hub that served it.", zh = "提供服务的集线器。") @Example("hub")
        String node,

        @Describe(en = "The call's id.", zh = "调用编号。") @Example("0a7c0aa8ffefef09023b1296e441ce51")
        String callId,

        @Describe(en = "The trace's id.", zh = "跟踪编号。") @Example("4bf92f3577b34da6a3ce929d0e0e4736")
        String traceId,

        @Describe(en = "How it came.", zh = "传输方式。") @Example("rest")
        String transport,

        @Describe(en = "The client; absent where it was not authenticated.", zh = "客户端；未通过认证时不含此项。")
        @Example("web-chatbot")
        Optional<String> principal,

        @Describe(en = "The employee at the client.", zh = "使用该客户端的员工。") @Example("li.wei")
        Optional<String> user,

        @Describe(en = "The agent that acted.", zh = "执行操作的代理。") @Example("web-chatbot")
        Optional<String> actor,

        @Describe(en = "The customer it was about.", zh = "所涉及的客户。") @Example("C-1001")
        Optional<String> customerId,

        @Untrusted @Describe(en = "The caller's name for the conversation.", zh = "调用方的会话标识。") @Example("conv-77")
        Optional<String> conversation,

        @Describe(
                en = "The operation's full name; absent where there was none of the name that was asked for.",
                zh = "操作的完整名称；请求的操作不存在时不含此项。")
        @Example("crm.v1.customer.get")
        Optional<String> operation,

        @Untrusted
        @Describe(en = "The arguments as JSON, without sensitive ones.", zh = "参数（JSON），不含敏感内容。")
        @Example("{\"customerId\":\"C-1001\"}")
        Optional<String> arguments,

        @Describe(en = "The error code; 0 for success.", zh = "错误码；0 表示成功。") @Example("0")
        int code,

        @Describe(en = "The connector's reason.", zh = "连接器给出的原因。") @Example("ticket/closed")
        Optional<String> reason,

        @Describe(en = "Whether an earlier outcome was answered again.", zh = "是否重放了先前的结果。")
        boolean replayed,

        @Describe(en = "Why a person should look at it.", zh = "需人工关注的原因。") @Example("foreign-customer")
        Optional<String> alarm,

        @Describe(en = "How long it took, in microseconds.", zh = "耗时，单位微秒。") @Example("850")
        long micros,

        @Describe(en = "How often the backend was asked.", zh = "请求后端的次数。") @Example("1")
        int attempts,

        @Describe(en = "The backend's endpoint that answered.", zh = "应答的后端地址。") @Example("https://crm.example.com")
        Optional<String> endpoint,

        @Describe(en = "Whether it still says whom it is about.", zh = "记录是否仍含所涉及客户的信息。")
        Person person) {

    /** Whether a record still says whom it is about. */
    @SchemaName("AuditPerson")
    enum Person {
        @Describe(en = "It does, or it is about nobody.", zh = "仍含有，或不涉及任何客户。")
        SHOWN,
        @Describe(en = "The customer was erased.", zh = "该客户已被抹除。")
        ERASED,
        @Describe(en = "The key to it is lost.", zh = "对应的密钥已丢失。")
        UNREADABLE
    }

    static AuditRow of(AuditRecord entry) {
        return new AuditRow(
                entry.time(),
                entry.node(),
                entry.callId(),
                entry.traceId(),
                entry.transport(),
                present(entry.principal()),
                present(entry.user()),
                present(entry.actor()),
                present(entry.customer()),
                present(entry.conversation()),
                present(entry.operation()),
                present(entry.arguments()),
                entry.code(),
                present(entry.reason()),
                entry.replayed(),
                present(entry.alarm()),
                entry.micros(),
                entry.attempts(),
                present(entry.endpoint()),
                Person.valueOf(entry.person().name()));
    }

    private static Optional<String> present(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }
}
