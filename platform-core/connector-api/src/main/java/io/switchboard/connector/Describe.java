package io.switchboard.connector;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Says in two languages what something is. Required on the connector and on every operation; wanted on every component. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD, ElementType.RECORD_COMPONENT, ElementType.FIELD})
public @interface Describe {
    /** In English; one or two whole sentences that a model can choose the operation by. */
    String en();

    /** In Chinese. */
    String zh();
}
