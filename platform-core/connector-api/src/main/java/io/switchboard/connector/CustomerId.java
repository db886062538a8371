package io.switchboard.connector;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks the text component of an input that names the customer the call is about. An operation for {@link Audience#CUSTOMER} has
 * exactly one. With a bound token the hub fills it, and a caller that names somebody else is told that there is no such customer.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface CustomerId {}
