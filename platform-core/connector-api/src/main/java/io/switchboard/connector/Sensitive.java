package io.switchboard.connector;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a component as personal data. Roles decide whether it leaves whole, in part, as a handle or not at all; logs and audit never
 * hold it in clear. In a result it is optional in the schema, since hidden means absent; it never stands in a path or a query.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Sensitive {
    /** Which kind of data. */
    DataClass value();
}
