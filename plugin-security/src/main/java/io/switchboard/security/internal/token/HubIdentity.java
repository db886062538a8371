package io.switchboard.security.internal.token;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/**
 * By which name the hub issues tokens, and for whom: the address it is reached at, as configured. A hub that has no configured address
 * uses names of its own, which stay when its port changes. Immutable.
 */
@Component(service = HubIdentity.class, configurationPid = HubIdentity.PID)
public final class HubIdentity {
    /** The configuration's name. */
    static final String PID = "io.switchboard.security";

    private final Optional<String> address;

    /** Settings of the plugin. */
    public @interface Settings {
        /** The hub's address as callers have it, such as {@code https://hub.example.com}; the issuer of its tokens. */
        String issuer() default "";
    }

    /** From the configuration. An address that is none ends it, so that nothing is issued under a wrong name. */
    @Activate
    public HubIdentity(Settings settings) {
        this(settings.issuer());
    }

    /** From an address; empty: none. */
    public HubIdentity(String address) {
        this.address = address.isBlank() ? Optional.empty() : Optional.of(checked(address.strip()));
    }

    /** The address; empty where none is configured. */
    public Optional<String> address() {
        return address;
    }

    /** The {@code iss} of tokens. */
    public String issuer() {
        return address.orElse("urn:switchboard:hub");
    }

    /** The {@code aud} of tokens. */
    public String audience() {
        return address.orElse("urn:switchboard:api");
    }

    private static String checked(String address) {
        try {
            URI uri = new URI(address);
            boolean secure = "https".equals(uri.getScheme());
            boolean plain = "http".equals(uri.getScheme());
            if ((secure || plain)
                    && uri.getHost() != null
                    && uri.getRawUserInfo() == null
                    && uri.getRawQuery() == null
                    && uri.getRawFragment() == null
                    && uri.getRawPath().isEmpty()) {
                return address;
            }
        } catch (URISyntaxException e) {
            // The same message.
        }
        throw new IllegalArgumentException(
                PID + ": issuer has to be like https://hub.example.com, without a path and without a / at the end");
    }
}
