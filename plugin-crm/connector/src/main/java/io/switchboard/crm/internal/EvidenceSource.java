package io.switchboard.crm.internal;

import io.switchboard.connector.Describe;
import io.switchboard.connector.SchemaName;
import io.switchboard.crm.spi.Source;

/** Who observed something. */
@SchemaName("EvidenceSource")
enum EvidenceSource {
    @Describe(en = "It came out of a conversation with the customer.", zh = "来自与客户的会话。")
    CONVERSATION,
    @Describe(en = "An employee entered it.", zh = "由员工录入。")
    AGENT,
    @Describe(en = "A system worked it out.", zh = "由系统推断。")
    SYSTEM;

    static EvidenceSource of(Source.Kind kind) {
        return switch (kind) {
            case CONVERSATION -> CONVERSATION;
            case AGENT -> AGENT;
            case SYSTEM -> SYSTEM;
        };
    }

    Source.Kind kind() {
        return switch (this) {
            case CONVERSATION -> Source.Kind.CONVERSATION;
            case AGENT -> Source.Kind.AGENT;
            case SYSTEM -> Source.Kind.SYSTEM;
        };
    }
}
