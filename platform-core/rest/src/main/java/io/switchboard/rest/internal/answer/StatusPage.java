package io.switchboard.rest.internal.answer;

import io.switchboard.core.call.Arrival;
import io.switchboard.core.call.CallGate;
import io.switchboard.core.call.StatusRequest;
import io.switchboard.rest.internal.wire.BodyBuffer;
import java.util.List;
import java.util.function.IntSupplier;

/** What came of an earlier call: {@code /api/calls/{callId}}. */
public final class StatusPage implements Page {
    private final CallGate gate;
    private final IntSupplier limit;

    /** Asks a gate, and answers with no more than so many bytes. */
    public StatusPage(CallGate gate, IntSupplier limit) {
        this.gate = gate;
        this.limit = limit;
    }

    @Override
    public void answer(Exchange exchange, Arrival arrival, List<String> path) {
        BodyBuffer buffer = new BodyBuffer(limit.getAsInt());
        gate.status(new StatusRequest(arrival, path.get(2)), new StatusAnswer(exchange, buffer));
    }
}
