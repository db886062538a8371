package io.switchboard.connector;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Makes a method an operation that the hub offers on every transport.
 *
 * <p>The method takes one record or none, then optionally a {@link CallContext}; it gives back one record, a {@link Page} of
 * records, or nothing. It is synchronous, is called from many threads at once, and is interrupted when its time is up.
 *
 * <p>It fails by a {@link ConnectorException}, and of the codes that {@link Fails} speaks of; whatever else it throws is the connector's
 * fault (5007). The input's compact constructor may check what no annotation can say:
 *
 * <ul>
 *   <li>an {@link IllegalArgumentException} or a {@link NullPointerException} thrown there gives {@link
 *       ErrorCode#INVALID_ARGUMENTS} with the record's path, and nothing of its message leaves the hub;
 *   <li>a {@link ConnectorException} thrown there is told with its own code, reason and members, as if the operation had thrown it.
 * </ul>
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Operation {
    /** The name within the connector, of segments {@code [a-z][a-z0-9]*} joined by dots: {@code balance.get}. */
    String id();

    /**
     * Method and path over HTTP, below {@code /api/{connector}/v{n}}: {@code GET /customers/{customerId}/balance}. Each name in
     * braces is a component of the input record. Empty: {@code POST /} and the {@link #id()}.
     */
    String http() default "";

    /** What a call does to the world. */
    Effect effect();

    /** Whom the data is about. */
    Audience audience();

    /**
     * The one scope a caller needs: the connector's id, a dot, and a word, such as {@code loyalty.read}. Operations for {@link
     * Audience#CUSTOMER} and for {@link Audience#STAFF} never share one.
     */
    String scope();

    /** The longest a call may take, as an ISO 8601 duration; a caller may ask for less. Empty: the hub's default of ten seconds. */
    String deadline() default "";

    /**
     * What a second call with equal arguments and no key means to the caller; read for {@link Effect#WRITE} only. {@link Repeat} sets it
     * beside {@link #idempotent()}.
     */
    Repeat repeat() default Repeat.DISTINCT;

    /**
     * Whether running it twice with equal arguments leaves the backend as running it once; lets the hub run a write again by itself.
     * {@link Repeat} sets it beside {@link #repeat()}.
     */
    boolean idempotent() default false;

    /** How sure the hub must be of the customer. */
    Assurance assurance() default Assurance.TOKEN;

    /** Who approves the exact call before it runs. */
    Approval approval() default Approval.NONE;

    /** The connector's version, {@code 1.2}, in which the operation first stood; empty: always. */
    String since() default "";

    /** What to call instead, when the operation is on its way out; empty: it is not. */
    String deprecated() default "";
}
