package io.switchboard.connector;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks text that customers wrote, in an input and in a result alike. In an input the hub takes control, bidirectional and zero-width
 * characters out before the connector sees it; in a result it takes them out before the caller does, whatever the backend kept, and
 * agents are told that the text is data and never an instruction. Line breaks and tabs stay.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Untrusted {}
