package io.switchboard.connector;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.osgi.service.component.annotations.ComponentPropertyType;

/**
 * Names a connector and its major version; goes on the one class, beside {@code @Component(service = Connector.class)}.
 *
 * <p>It is also the component's properties ({@code connector.id}, {@code connector.version}), so the hub can tell what arrives
 * before it loads a class of it.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@ComponentPropertyType
public @interface ConnectorType {
    /** What the component properties' names begin with. */
    String PREFIX_ = "connector.";

    /** The first segment of every operation's name and of every path: {@code [a-z][a-z0-9]*}, at most 20 characters. */
    String id();

    /** The major version, from 1; a change that breaks callers takes the next one, and both may run side by side. */
    int version();

    /** The name for people, in English. */
    String title();

    /** The name for people, in Chinese. */
    String zh();
}
