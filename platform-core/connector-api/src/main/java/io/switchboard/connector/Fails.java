package io.switchboard.connector;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Declares one way in which an operation fails. What is not declared and thrown all the same is the connector's fault (5007).
 *
 * <p>Always allowed without being declared, as long as they give no reason of their own: the codes from 5001 on that are {@link
 * ErrorCode#raisable()} (so neither {@link ErrorCode#INTERNAL} nor {@link ErrorCode#CONNECTOR_FAULT}), {@link
 * ErrorCode#INVALID_ARGUMENTS} where the operation has an input, and {@link ErrorCode#CUSTOMER_NOT_FOUND} where that has a {@link
 * CustomerId}.
 *
 * <p>The characters <code>{</code> and <code>}</code> are kept for what is to come, and refused in the wordings.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@Repeatable(Fails.List.class)
public @interface Fails {
    /** The code of the hub's catalogue; one of those with {@link ErrorCode#raisable()}. */
    ErrorCode code();

    /** Which of the connector's own reasons, {@code [a-z][a-z0-9-]*}; leaves the hub as {@code loyalty/expired}. Empty: the code says it all. */
    String reason() default "";

    /** What to tell the customer, in English; empty: the catalogue's wording. */
    String en() default "";

    /** What to tell the customer, in Chinese; empty: the catalogue's wording. */
    String zh() default "";

    /** Holds several. */
    @Documented
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.METHOD)
    @interface List {
        /** The declarations. */
        Fails[] value();
    }
}
