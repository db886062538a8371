package io.switchboard.connector;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Gives a record or an enum the name it has in the published schemas, so that what several operations share is one type for callers
 * too. Without it the name is made of the operation and the place, never of the Java class.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface SchemaName {
    /** The name, {@code [A-Z][A-Za-z0-9]*}; one record or enum of the connector has it. */
    String value();
}
