package io.switchboard.security.internal.issuer;

import io.switchboard.security.internal.issuer.KeyCache.Pace;
import io.switchboard.security.internal.token.HubIdentity;
import io.switchboard.security.internal.token.InvalidToken;
import io.switchboard.security.internal.token.TokenShape;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One issuer, from {@code etc/io.switchboard.security.issuer~NAME.cfg}. A change counts at once; one with mistakes does not count, and
 * what was before it stays. Safe for use from many threads.
 */
@Component(
        service = TrustedIssuer.class,
        immediate = true,
        configurationPid = TrustedIssuer.PID,
        configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = IssuerConfig.class, factory = true)
public final class TrustedIssuer {
    /** The configurations' name. */
    static final String PID = "io.switchboard.security.issuer";

    private static final Logger LOG = LoggerFactory.getLogger(TrustedIssuer.class);
    private static final Duration PAGE_PATIENCE = Duration.ofSeconds(5);

    private final HubIdentity hub;
    private final InstantSource clock;
    private final Pace pace;
    private final String name;

    private volatile @Nullable IssuerRules rules;
    private volatile @Nullable KeyCache cache;
    private volatile @Nullable Trust trust;
    private volatile String fault = "";

    /** Reads the first configuration. */
    @Activate
    public TrustedIssuer(Map<String, ?> configuration, @Reference HubIdentity hub) {
        this(configuration, hub, InstantSource.system(), Pace.USUAL);
    }

    TrustedIssuer(Map<String, ?> configuration, HubIdentity hub, InstantSource clock, Pace pace) {
        this.hub = hub;
        this.clock = clock;
        this.pace = pace;
        this.name = name(configuration);
        read(configuration);
    }

    /** Reads a changed configuration. */
    @Modified
    public void modified(Map<String, ?> configuration) {
        read(configuration);
    }

    /** Ends it: its tokens are not accepted any more. */
    @Deactivate
    public synchronized void close() {
        KeyCache last = cache;
        rules = null;
        trust = null;
        cache = null;
        if (last != null) {
            last.close();
        }
    }

    /** Whether tokens that name an issuer are to be checked here. */
    boolean isOf(String issuer) {
        IssuerRules now = rules;
        return now != null && now.keys().issuer().equals(issuer);
    }

    /** What a token says, if all of it is right. */
    VerifiedExternalToken verify(String token, TokenShape shape) throws InvalidToken, IssuerUnavailable {
        Trust now = trust(shape.keyId());
        ExternalToken said = now.verify(token, shape);
        return new VerifiedExternalToken(said, now.ends(said), () -> trust == now);
    }

    /** What is wrong; empty where nothing is. */
    Optional<String> trouble() {
        if (!fault.isEmpty()) {
            return Optional.of(fault);
        }
        KeyCache now = cache;
        return now == null ? Optional.empty() : now.trouble();
    }

    private Trust trust(String keyId) throws InvalidToken, IssuerUnavailable {
        KeyCache keys = cache;
        if (keys == null) {
            throw new InvalidToken("an issuer that has gone");
        }
        Trust now = trust;
        if (now != null && keys.counts() && now.knows(keyId)) {
            return now;
        }
        boolean fresh = keys.renew();
        now = trust;
        if (now == null || !keys.counts() || (!fresh && !now.knows(keyId))) {
            throw new IssuerUnavailable("issuer " + name + " has not shown its keys");
        }
        return now;
    }

    private synchronized void read(Map<String, ?> configuration) {
        IssuerReader.Reading reading = IssuerReader.read(configuration);
        IssuerRules next = reading.rules().orElse(null);
        if (next != null && next.keys().issuer().equals(hub.issuer())) {
            refuse("issuer: this is the hub itself");
        } else if (next == null) {
            refuse(String.join(" | ", reading.faults()));
        } else {
            fault = "";
            take(next);
        }
    }

    private void refuse(String mistakes) {
        fault = PID + "~" + name + ".cfg has mistakes; "
                + (rules == null ? "tokens of this issuer are refused: " : "what was before it stays in force: ")
                + mistakes;
        LOG.error(fault);
    }

    private void take(IssuerRules next) {
        KeyCache last = cache;
        rules = next;
        if (last != null && last.place().equals(next.keys())) {
            Trust before = trust;
            trust = before == null ? null : before.with(next);
            return;
        }
        trust = null;
        if (last != null) {
            last.close();
        }
        ProviderPages pages = new ProviderPages(PAGE_PATIENCE);
        cache = new KeyCache(name, next.keys(), new Discovery(next.keys(), pages), pace, clock, this::changed);
        LOG.info("Tokens of issuer {} ({}) are accepted", name, next.keys().issuer());
    }

    private synchronized void changed(KeyPlace place, KeySet keys) {
        IssuerRules now = rules;
        // Keys that were under way when the configuration changed are of no use.
        if (now != null && now.keys().equals(place)) {
            trust = new Trust(now, keys, clock);
        }
    }

    private static String name(Map<String, ?> configuration) {
        String pid = String.valueOf(configuration.get("service.pid"));
        return pid.substring(pid.indexOf('~') + 1);
    }
}
