package io.switchboard.connector;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks the method that finds out whether a write whose outcome is unknown took place.
 *
 * <p>It takes what the operation takes, and gives back a {@link ProbeResult} of the operation's result ({@code ProbeResult<Void>}
 * where that gives nothing). It asks the backend by {@link CallContext#correlationId()}, which is the same in every attempt at
 * one call, over retries and restarts. It changes nothing.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Probe {
    /** The {@link Operation#id()} it answers for. */
    String value();
}
