package io.switchboard.rest.internal.event;

import io.switchboard.connector.Audience;
import io.switchboard.connector.ErrorCode;
import io.switchboard.core.access.Access;
import io.switchboard.core.access.AccessGate;
import io.switchboard.core.access.AccessRequest;
import io.switchboard.core.call.Arrival;
import io.switchboard.core.call.CallFailure;
import io.switchboard.core.event.EventBatch;
import io.switchboard.core.event.EventFeed;
import io.switchboard.core.event.EventReading;
import io.switchboard.core.event.HeardEvent;
import io.switchboard.core.value.ValueOutput;
import io.switchboard.core.value.ValueTooLargeException;
import io.switchboard.rest.internal.answer.Admission;
import io.switchboard.rest.internal.answer.Exchange;
import io.switchboard.rest.internal.answer.Needs;
import io.switchboard.rest.internal.answer.Page;
import io.switchboard.rest.internal.answer.ProblemAnswer;
import io.switchboard.rest.internal.wire.BodyBuffer;
import io.switchboard.rest.internal.wire.Rendering;
import io.switchboard.rest.internal.wire.XmlRoot;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.IntSupplier;

/** {@code /api/events}: what happened since a cursor, or a stream of what happens. */
public final class EventsPage implements Page {
    /** Below the segment that it stands under, there is nothing. */
    private static final int SEGMENTS = 2;

    private static final int MOST_LOOKS = 20;
    private static final Needs NEEDS = Needs.ofScope(EventFeed.SCOPE);

    private final EventFeed feed;
    private final AccessGate gate;
    private final Streams streams;
    private final IntSupplier limit;

    /** Shows a feed to those whom a gate lets in, with no more than so many bytes. */
    public EventsPage(EventFeed feed, AccessGate gate, Streams streams, IntSupplier limit) {
        this.feed = feed;
        this.gate = gate;
        this.streams = streams;
        this.limit = limit;
    }

    @Override
    public boolean hasStream() {
        return true;
    }

    @Override
    public void answer(Exchange exchange, Arrival arrival, List<String> path) throws CallFailure, IOException {
        if (path.size() > SEGMENTS) {
            throw CallFailure.of(ErrorCode.NO_SUCH_OPERATION);
        }
        boolean streamed = exchange.prefersStream();
        AccessRequest request = new AccessRequest(
                arrival, streamed ? "hub.events.stream" : "hub.events.list", EventFeed.SCOPE, Audience.PUBLIC, "");
        Optional<Access> admitted = Admission.ask(gate, request, exchange);
        if (admitted.isEmpty()) {
            return;
        }
        Access access = admitted.get();
        try {
            EventQuery query = EventQuery.of(exchange.request());
            if (streamed) {
                EventQuery asked =
                        query.streamed(Optional.ofNullable(exchange.request().getHeader("Last-Event-ID")));
                streams.open(exchange, access, feed.open(access, asked.request()));
            } else {
                list(exchange, access, feed.open(access, query.request()), query.limit());
            }
        } catch (CallFailure failure) {
            ProblemAnswer.send(exchange, access.failed(failure), NEEDS);
        } catch (RuntimeException | Error e) {
            ProblemAnswer.send(exchange, access.failed(CallFailure.of(ErrorCode.INTERNAL)), NEEDS);
            throw e;
        }
    }

    private void list(Exchange exchange, Access access, EventReading reading, int most)
            throws CallFailure, IOException {
        EventBatch batch = reading.next(most);
        boolean missed = batch.missed();
        for (int i = 1; batch.events().isEmpty() && batch.more() && i < MOST_LOOKS; i++) {
            batch = reading.next(most);
            missed |= batch.missed();
        }
        BodyBuffer body = new BodyBuffer(limit.getAsInt());
        try {
            Rendering rendering = new Rendering(exchange.format(), body, XmlRoot.RESPONSE);
            write(batch, missed, rendering.out());
            rendering.finish();
        } catch (ValueTooLargeException e) {
            throw CallFailure.of(
                    ErrorCode.TOO_LARGE, "Ask for fewer events at once, by limit.", "请用 limit 减少单次返回的事件数。");
        }
        access.done();
        exchange.response().setHeader("traceparent", access.traceparent());
        exchange.response().setHeader("Switchboard-Call", access.callId());
        exchange.send(HttpServletResponse.SC_OK, exchange.format().contentType(), body);
    }

    private static void write(EventBatch batch, boolean missed, ValueOutput out) {
        out.startRecord();
        out.name("events");
        out.startList();
        for (HeardEvent each : batch.events()) {
            each.write(out);
        }
        out.endList();
        out.name("next");
        out.text(batch.cursor());
        out.name("more");
        out.bool(batch.more());
        out.name("missed");
        out.bool(missed);
        out.endRecord();
    }
}
