package io.switchboard.connector.http;

import io.switchboard.connector.CallContext;
import java.time.Duration;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/**
 * One backend behind its endpoints: with time limits, repetition, failover, circuit breakers and a bounded number of questions at a time.
 * Safe for use from many threads; a question keeps its thread until it is answered.
 *
 * <p>What it fails by is a {@link io.switchboard.connector.ConnectorException}, which a connector may let pass as it is:
 *
 * <table>
 * <caption>How questions fail</caption>
 * <tr><th>what happened</th><th>a question that reads</th><th>any other</th></tr>
 * <tr><td>refused, no such host, TLS failed, all breakers open</td><td>{@code BACKEND_UNREACHABLE}</td><td>{@code BACKEND_UNREACHABLE}</td></tr>
 * <tr><td>no answer in time, or cut off</td><td>{@code BACKEND_UNREACHABLE}</td><td>{@code OUTCOME_UNKNOWN}</td></tr>
 * <tr><td>no HTTP, too long, of another media type</td><td>{@code BACKEND_FAILED}</td><td>{@code BACKEND_FAILED}</td></tr>
 * <tr><td>status 401 or 403, or three times 401 in the minute before</td><td>{@code BACKEND_REFUSED}</td><td>{@code BACKEND_REFUSED}</td></tr>
 * <tr><td>status 429</td><td>{@code BUSY}</td><td>{@code BUSY}</td></tr>
 * <tr><td>status 503</td><td>{@code BUSY}</td><td>{@code BACKEND_FAILED}</td></tr>
 * <tr><td>another status that is not accepted</td><td>{@code BACKEND_FAILED}</td><td>{@code BACKEND_FAILED}</td></tr>
 * <tr><td>all permits taken</td><td>{@code BUSY}</td><td>{@code BUSY}</td></tr>
 * </table>
 *
 * <p>A repeatable question is asked again, of the next endpoint where there is one, after refusals, cuts, silence, pages that are no
 * answer, and the statuses 500, 502, 503 and 504, while attempts and time last. Any other is asked again only where it cannot have
 * reached the backend; so a write is never done twice. A write that may have reached the backend in one of its attempts ends with {@code
 * OUTCOME_UNKNOWN} or {@code BACKEND_FAILED}, whatever the last attempt met.
 */
@ProviderType
public interface HttpBackend extends AutoCloseable {
    /** The instance's name, from its settings. */
    String name();

    /**
     * Asks on behalf of a call: within the time the call has left, with its correlation id and its place in the trace. The audit record of
     * the call then tells the attempts and the endpoint.
     *
     * @return an answer with an accepted status
     */
    HttpAnswer send(HttpQuestion question, CallContext call);

    /**
     * Asks outside of any call, as pollers and checks do.
     *
     * @param atMost the time for all attempts together; longer than zero
     * @return an answer with an accepted status
     */
    HttpAnswer send(HttpQuestion question, Duration atMost);

    /** How its endpoints stand, primary first. */
    List<HttpEndpoint> endpoints();

    /** Ends what is under way and closes the connections. Whoever asks afterwards gets {@code NOT_READY}. */
    @Override
    void close();
}
