package io.switchboard.crm.internal;

import io.switchboard.connector.Describe;
import io.switchboard.connector.SchemaName;
import io.switchboard.crm.spi.EntryKind;
import java.util.Optional;

/** What stands in a timeline. */
@SchemaName("TimelineKind")
enum TimelineKind {
    @Describe(en = "A ticket of the ticket system, whatever it is about.", zh = "工单系统中的工单，不论内容。")
    TICKET,
    @Describe(en = "A complaint that the CRM keeps.", zh = "CRM 中的投诉。")
    COMPLAINT,
    @Describe(en = "A call, chat, letter or visit that the CRM keeps.", zh = "CRM 中的来电、会话、来信或到访。")
    CONTACT;

    static TimelineKind of(EntryKind kind) {
        return switch (kind) {
            case COMPLAINT -> COMPLAINT;
            case CONTACT -> CONTACT;
        };
    }

    /** The CRM's word for it; empty for what is not the CRM's. */
    Optional<EntryKind> entryKind() {
        return switch (this) {
            case TICKET -> Optional.empty();
            case COMPLAINT -> Optional.of(EntryKind.COMPLAINT);
            case CONTACT -> Optional.of(EntryKind.CONTACT);
        };
    }
}
