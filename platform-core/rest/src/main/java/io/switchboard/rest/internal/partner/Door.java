package io.switchboard.rest.internal.partner;

import io.switchboard.connector.Audience;
import io.switchboard.connector.ErrorCode;
import io.switchboard.core.call.CallFailure;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.osgi.framework.ServiceReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a servlet of a partner declares that it needs. Immutable.
 *
 * @param name what it goes by in the audit
 * @param scope the scope that a caller needs
 * @param audience whom it is about
 */
record Door(String name, String scope, Audience audience) {
    static final String SCOPE = "switchboard.scope";
    static final String AUDIENCE = "switchboard.audience";

    private static final Logger LOG = LoggerFactory.getLogger(Door.class);
    private static final Pattern SCOPE_FORM = Pattern.compile("[a-z][a-z0-9]*(\\.[a-z][a-z0-9]*)+");

    /**
     * Reads what a service says.
     *
     * @param pattern where it stands, such as {@code /loyalty/*}
     * @throws CallFailure where it does not say all of it: then nobody is let in
     */
    static Door of(ServiceReference<?> service, String pattern) throws CallFailure {
        Object scope = service.getProperty(SCOPE);
        Optional<Audience> audience = audience(service.getProperty(AUDIENCE));
        if (!(scope instanceof String text) || !SCOPE_FORM.matcher(text).matches()) {
            throw undeclared(service, pattern, SCOPE, "loyalty.read");
        }
        if (audience.isEmpty()) {
            throw undeclared(service, pattern, AUDIENCE, "CUSTOMER, STAFF, PUBLIC");
        }
        return new Door(name(pattern), text, audience.get());
    }

    private static Optional<Audience> audience(Object value) {
        for (Audience each : Audience.values()) {
            if (each.name().equals(value)) {
                return Optional.of(each);
            }
        }
        return Optional.empty();
    }

    /** {@code ext.loyalty.cards} of {@code /loyalty/cards/*}: as operations are called, so that limits can name it. */
    static String name(String pattern) {
        StringBuilder name = new StringBuilder("ext");
        for (String segment : pattern.toLowerCase(Locale.ROOT).split("[^a-z0-9]+", -1)) {
            if (!segment.isEmpty()) {
                name.append('.').append(segment);
            }
        }
        return name.toString();
    }

    private static CallFailure undeclared(ServiceReference<?> service, String pattern, String property, String form) {
        LOG.warn(
                "Nobody is let in to {} of the bundle {}: its service property {} is missing or not of the form {}",
                pattern,
                service.getBundle(),
                property,
                form);
        return CallFailure.of(
                ErrorCode.CONNECTOR_FAULT,
                "What stands here does not say who may use it: the service property " + property + " (" + form
                        + ") is missing.",
                "此处的服务未声明访问要求：缺少服务属性 " + property + "（" + form + "）。");
    }
}
