package io.switchboard.rest.internal.sample;

import io.switchboard.connector.ErrorCode;
import io.switchboard.core.access.Access;
import io.switchboard.core.call.ArgumentFault;
import io.switchboard.core.call.CallFailure;
import io.switchboard.core.descriptor.Text;
import io.switchboard.core.event.EventBatch;
import io.switchboard.core.event.EventFeed;
import io.switchboard.core.event.EventReading;
import io.switchboard.core.event.EventRequest;
import io.switchboard.core.event.HeardEvent;
import io.switchboard.core.value.ValueOutput;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Events that are texts; a cursor is how many were read, with a {@code c} before it. */
public final class SampleFeed implements EventFeed {
    private final List<String> events = new CopyOnWriteArrayList<>();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

    /** Whether the store is away. */
    public volatile boolean away;

    /** Adds an event, and says so. */
    public void tell(String event) {
        events.add(event);
        listeners.forEach(Runnable::run);
    }

    @Override
    public EventReading open(Access access, EventRequest request) throws CallFailure {
        int[] place = {request.onlyNew() ? events.size() : 0};
        if (request.after().isPresent() && !request.onlyNew()) {
            if (!request.after().get().matches("c[0-9]{1,9}")) {
                throw CallFailure.ofArguments(List.of(new ArgumentFault("after", "value", Text.NONE)));
            }
            place[0] = Integer.parseInt(request.after().get().substring(1));
        }
        return most -> {
            access.again();
            if (away) {
                throw CallFailure.of(ErrorCode.BUSY);
            }
            List<HeardEvent> heard = new ArrayList<>();
            boolean missed = place[0] == 99;
            while (place[0] < events.size() && heard.size() < most) {
                String event = events.get(place[0]++);
                if (request.types().isEmpty() || request.types().contains(event)) {
                    heard.add(new Heard(event, "c" + place[0]));
                }
            }
            return new EventBatch(heard, "c" + place[0], place[0] < events.size(), missed);
        };
    }

    private record Heard(String event, String cursor) implements HeardEvent {
        @Override
        public void write(ValueOutput out) {
            out.startRecord();
            out.name("type");
            out.text(event);
            out.endRecord();
        }
    }

    @Override
    public Runnable onNews(Runnable action) {
        listeners.add(action);
        return () -> listeners.remove(action);
    }
}
