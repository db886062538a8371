package io.switchboard.connector;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks the text component of a result that names the customer whose data it is. The hub checks it against the customer of the call
 * before the answer leaves; a row of somebody else answers as one that does not exist.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Owner {}
