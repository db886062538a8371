package io.switchboard.security.internal;

import io.switchboard.connector.CallContext;
import io.switchboard.connector.Principal;
import io.switchboard.connector.Trace;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/** A call by the administrator, for tests of operations of staff. */
public record StaffCall(String correlationId) implements CallContext {
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
        return "call";
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
