package io.switchboard.security.internal.audit;

import io.switchboard.connector.DataClass;
import io.switchboard.connector.Describe;
import io.switchboard.connector.Example;
import io.switchboard.connector.Length;
import io.switchboard.connector.PageRequest;
import io.switchboard.connector.Range;
import io.switchboard.connector.Sensitive;
import io.switchboard.core.audit.AuditFilter;
import io.switchboard.core.audit.AuditFilter.Field;
import java.time.Instant;
import java.util.Optional;

/** Which records are wanted: those that fit all that is named. */
record SearchRecords(
        @Describe(
                en = "When the calls began, at the earliest; absent: a day before the end.",
                zh = "调用开始的最早时间；不填则为截止时间前一天。")
        @Example("2026-01-30T08:00:00Z")
        Optional<Instant> from,

        @Describe(en = "Before when the calls began; absent: now.", zh = "调用开始时间的上限（不含）；不填则为当前时间。")
        @Example("2026-01-31T08:00:00Z")
        Optional<Instant> to,

        @Length(min = 1, max = 200) @Describe(en = "The client that called.", zh = "发起调用的客户端。") @Example("web-chatbot")
        Optional<String> principal,

        @Length(min = 1, max = 200) @Describe(en = "The employee at the client.", zh = "使用该客户端的员工。") @Example("li.wei")
        Optional<String> user,

        @Length(min = 1, max = 200)
        @Describe(en = "The agent that acted for the customer.", zh = "代表客户操作的代理。")
        @Example("web-chatbot")
        Optional<String> actor,

        @Length(min = 1, max = 200)
        @Sensitive(DataClass.NAME)
        @Describe(en = "The caller's name for the conversation.", zh = "调用方的会话标识。")
        @Example("conv-77")
        Optional<String> conversation,

        @Length(min = 1, max = 40)
        @Describe(
                en = "How the call came: rest, websocket, mcp or messaging.",
                zh = "传输方式：rest、websocket、mcp 或 messaging。")
        @Example("rest")
        Optional<String> transport,

        @Length(min = 1, max = 60)
        @Describe(en = "The operation's full name.", zh = "操作的完整名称。")
        @Example("crm.v1.customer.get")
        Optional<String> operation,

        @Range(min = 0, max = 9999)
        @Describe(en = "The error code; 0 for success.", zh = "错误码；0 表示成功。")
        @Example("4001")
        Optional<Integer> code,

        @Length(min = 1, max = 40)
        @Describe(
                en = "Why a person should look at it: foreign-customer, for a call for somebody else's data; late.",
                zh = "需人工关注的原因：foreign-customer 表示访问他人数据；late 表示超时后才得到结果。")
        @Example("foreign-customer")
        Optional<String> alarm,

        @Length(min = 1, max = 40)
        @Describe(en = "The trace's id.", zh = "跟踪编号。")
        @Example("4bf92f3577b34da6a3ce929d0e0e4736")
        Optional<String> traceId,

        @Length(min = 1, max = 40)
        @Describe(en = "The call's id.", zh = "调用编号。")
        @Example("0a7c0aa8ffefef09023b1296e441ce51")
        Optional<String> callId,

        PageRequest page) {

    AuditFilter filter(Instant now) {
        return Period.filter(from, to, now)
                .where(Field.PRINCIPAL, principal)
                .where(Field.USER, user)
                .where(Field.ACTOR, actor)
                .where(Field.CONVERSATION, conversation)
                .where(Field.TRANSPORT, transport)
                .where(Field.OPERATION, operation)
                .where(Field.ALARM, alarm)
                .where(Field.TRACE, traceId)
                .where(Field.CALL, callId)
                .code(code);
    }
}
