package io.switchboard.security.internal.audit;

import io.switchboard.connector.CallContext;
import io.switchboard.connector.Principal;
import io.switchboard.connector.Trace;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/** A call that erases somebody. */
record EraseCall(String correlationId) implements CallContext {
    @Override
    public Principal principal() {
        return Principal.builder("admin", Principal.Kind.ASSIST).build();
    }

    @Override
    public Optional<String> customer() {
        return Optional.empty();
    }

    @Override
    public Optional<String> conversation() {
        return Optional.empty();
    }

    @Override
    public String callId() {
        return correlationId;
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
        return Locale.ENGLISH;
    }

    @Override
    public Trace trace() {
        return Trace.of("1".repeat(32), "1".repeat(16), false);
    }
}
