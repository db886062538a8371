package io.switchboard.core.internal.event;

import io.switchboard.connector.ErrorCode;
import io.switchboard.core.access.Access;
import io.switchboard.core.call.ArgumentFault;
import io.switchboard.core.call.CallFailure;
import io.switchboard.core.descriptor.Text;
import io.switchboard.core.event.EventBatch;
import io.switchboard.core.event.EventReading;
import io.switchboard.core.event.EventRequest;
import io.switchboard.core.event.HeardEvent;
import io.switchboard.core.internal.handle.HandleScope;
import io.switchboard.core.security.Caller;
import io.switchboard.core.value.ValueOutput;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One caller's way through the events. */
final class CallerReading implements EventReading {
    private static final Text EXPECTED = new Text(
            "a cursor that this caller got from here; without one, events are read from the oldest that is kept",
            "此调用方先前从此处得到的游标；不带游标则从保留的最早事件读起");
    private static final int MOST_LOOKED_AT = 1_000;

    private final Feed feed;
    private final Access access;
    private final List<String> types;
    private final String context;
    private long place;
    private boolean gaps;

    CallerReading(Feed feed, Access access, EventRequest request) throws CallFailure {
        this.feed = feed;
        this.access = access;
        this.types = request.types();
        Caller caller = access.caller();
        context = "events|" + caller.name() + "|" + caller.boundCustomer().orElse("");
        gaps = request.after().isPresent() && !request.onlyNew();
        if (request.onlyNew()) {
            place = feed.ask(JdbcEvents::latest);
        } else if (request.after().isPresent()) {
            place = placeOf(request.after().get());
        }
    }

    private long placeOf(String cursor) throws CallFailure {
        Optional<String> opened = feed.seal().open(context, cursor);
        if (opened.isEmpty()) {
            throw CallFailure.ofArguments(List.of(new ArgumentFault("after", "value", EXPECTED)));
        }
        return Long.parseLong(opened.get());
    }

    @Override
    public EventBatch next(int most) throws CallFailure {
        Caller caller = access.again();
        JdbcEvents.Found found = feed.ask(events -> events.after(place, caller.boundCustomer(), MOST_LOOKED_AT));
        EventWriter writer = new EventWriter(feed.profile(caller));
        List<HeardEvent> heard = new ArrayList<>();
        long end = found.end();
        for (EventRow row : found.rows()) {
            if (Hearing.isOf(types, row) && Hearing.hears(caller, row)) {
                heard.add(new Heard(row, cursor(row.place()), writer, handles(caller, row)));
                if (heard.size() == most) {
                    end = row.place();
                    break;
                }
            }
        }
        boolean missed = gaps && place < found.forgotten();
        place = end;
        gaps = true;
        return new EventBatch(heard, cursor(end), end < found.latest(), missed);
    }

    private EventHandles handles(Caller caller, EventRow row) {
        return new EventHandles(
                feed.handles(), new HandleScope(caller.name(), row.customer().orElse(""), ""));
    }

    private String cursor(long at) {
        return feed.seal().seal(context, Long.toString(at));
    }

    /** An event, and how this caller may see it. */
    private record Heard(EventRow row, String cursor, EventWriter writer, EventHandles handles) implements HeardEvent {
        @Override
        public void write(ValueOutput out) {
            writer.write(row, handles, out);
        }
    }

    /** The reading has no fault of its own: what fails is the store. */
    static CallFailure unavailable() {
        return CallFailure.of(ErrorCode.BUSY, "The store that keeps events cannot be reached now.", "事件存储暂时不可用。");
    }
}
