package io.switchboard.crm.internal;

import io.switchboard.connector.CallContext;
import io.switchboard.connector.Principal;
import io.switchboard.connector.Trace;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/** A chatbot's call in a conversation. */
record FakeCall(String correlationId, Optional<String> conversation) implements CallContext {
    static FakeCall of(String correlationId) {
        return new FakeCall(correlationId, Optional.of("conv-7"));
    }

    @Override
    public Principal principal() {
        return Principal.builder("chatbot", Principal.Kind.AUTONOMOUS).build();
    }

    @Override
    public Optional<String> customer() {
        return Optional.of("C-1");
    }

    @Override
    public String callId() {
        return "call-1";
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
        return Trace.of("0af7651916cd43dd8448eb211c80319c", "b7ad6b7169203331", false);
    }
}
