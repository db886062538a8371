package io.switchboard.ticket.internal;

import io.switchboard.connector.CallContext;
import io.switchboard.connector.Principal;
import io.switchboard.connector.Trace;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** A call with a name of its own, by a chatbot. */
record FakeCall(String correlationId) implements CallContext {
    static FakeCall one() {
        return new FakeCall(UUID.randomUUID().toString().replace("-", ""));
    }

    @Override
    public Principal principal() {
        return Principal.builder("chatbot", Principal.Kind.AUTONOMOUS).build();
    }

    @Override
    public Optional<String> customer() {
        return Optional.empty();
    }

    @Override
    public Optional<String> conversation() {
        return Optional.of("conv-1");
    }

    @Override
    public String callId() {
        return "call-" + correlationId;
    }

    @Override
    public Duration remaining() {
        return Duration.ofSeconds(10);
    }

    @Override
    public boolean cancelled() {
        return false;
    }

    @Override
    public Locale locale() {
        return Locale.SIMPLIFIED_CHINESE;
    }

    @Override
    public Trace trace() {
        return Trace.of("0".repeat(31) + "1", "0".repeat(15) + "1", false);
    }
}
