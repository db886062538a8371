package io.switchboard.core.page;

import io.switchboard.core.call.CallFailure;
import io.switchboard.core.value.ValueOutput;
import java.util.List;
import java.util.Locale;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Something of the hub's own that is read below {@code /api}, by staff with a scope. Whoever serves it sees to access, format, language and
 * audit. A service, taken from bundles of the hub only; safe for use from many threads.
 */
@ConsumerType
public interface HubPage {
    /** The segment that it stands under, such as {@code deployments}; never one of a connector. */
    String name();

    /** The scope that it takes, such as {@code deployments.read}. */
    String scope();

    /**
     * Writes what stands at a path: one record.
     *
     * @param path the segments behind its own, decoded; empty: the page itself
     * @param locale the language of texts for people, English or Chinese
     * @throws CallFailure with {@link io.switchboard.connector.ErrorCode#NOT_FOUND}, where nothing stands there
     */
    void write(List<String> path, Locale locale, ValueOutput out) throws CallFailure;
}
