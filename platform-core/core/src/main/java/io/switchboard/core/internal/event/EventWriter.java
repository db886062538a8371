package io.switchboard.core.internal.event;

import io.switchboard.connector.DataClass;
import io.switchboard.connector.event.EventMember;
import io.switchboard.core.internal.mask.FreeText;
import io.switchboard.core.internal.mask.HandleText;
import io.switchboard.core.internal.mask.PartialText;
import io.switchboard.core.internal.mask.PlainText;
import io.switchboard.core.internal.mask.StandIns;
import io.switchboard.core.security.MaskingProfile;
import io.switchboard.core.security.MaskingProfile.Treatment;
import io.switchboard.core.value.ValueOutput;
import org.jspecify.annotations.Nullable;

/** Writes events as one reader may see them, with the attributes of CloudEvents 1.0.2. Immutable. */
final class EventWriter {
    private final MaskingProfile profile;
    private final FreeText freeText;

    EventWriter(MaskingProfile profile) {
        this.profile = profile;
        this.freeText = new FreeText(profile);
    }

    void write(EventRow event, StandIns standIns, ValueOutput out) {
        out.startRecord();
        text(out, "specversion", "1.0");
        text(out, "id", event.id());
        text(out, "source", source(event.type()));
        text(out, "type", event.type());
        event.subject().ifPresent(subject -> text(out, "subject", subject));
        text(out, "time", event.happened().toString());
        text(out, "datacontenttype", "application/json");
        event.customer().ifPresent(customer -> text(out, "customer", customer));
        out.name("data");
        out.startRecord();
        event.data().forEach(each -> member(each, standIns, out));
        out.endRecord();
        out.endRecord();
    }

    /** The connector whose events they are, as a reference from the hub's own address: {@code /api/ticket/v1}. */
    private static String source(String type) {
        String[] words = type.split("\\.", 3);
        return "/api/" + words[0] + "/" + words[1];
    }

    private void member(EventMember member, StandIns standIns, ValueOutput out) {
        String shown = shown(member, standIns);
        if (shown == null) {
            return;
        }
        out.name(member.name());
        switch (member.kind()) {
            case NUMBER -> out.number(Long.parseLong(shown));
            case BOOLEAN -> out.bool(Boolean.parseBoolean(shown));
            case TEXT -> out.text(shown);
        }
    }

    /** As in answers; null: it is hidden. */
    private @Nullable String shown(EventMember member, StandIns standIns) {
        if (member.sensitive().isEmpty()) {
            boolean scanned = member.untrusted() && profile.of(DataClass.FREE_TEXT) != Treatment.FULL;
            return scanned ? freeText.of(member.text(), standIns) : PlainText.of(member.text());
        }
        DataClass dataClass = member.sensitive().get();
        String plain = PlainText.of(member.text());
        return switch (profile.of(dataClass)) {
            case FULL -> plain;
            case PARTIAL ->
                dataClass == DataClass.FREE_TEXT
                        ? freeText.of(plain, standIns)
                        : PartialText.exists(dataClass) ? PartialText.of(dataClass, plain) : null;
            case HANDLE -> HandleText.exists(dataClass) ? standIns.of(dataClass, plain) : null;
            case HIDDEN -> null;
        };
    }

    private static void text(ValueOutput out, String name, String value) {
        out.name(name);
        out.text(value);
    }
}
