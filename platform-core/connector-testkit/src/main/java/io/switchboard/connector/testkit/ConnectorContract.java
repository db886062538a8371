package io.switchboard.connector.testkit;

import io.switchboard.connector.Connector;
import io.switchboard.connector.http.HttpBackends;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/**
 * What every connector should pass. A test of a connector extends it and says how to make one; all that follows from the connector's
 * declarations is tested then, by way of the hub's own classes. Each test names everything that is wrong at once.
 *
 * <pre>{@code
 * class LoyaltyContractTest extends ConnectorContract {
 *     @Override
 *     protected Connector connector() {
 *         return new Loyalty(new FakeLoyaltyBackend());
 *     }
 * }
 * }</pre>
 *
 * <p>Its wire contract is kept in a file that is committed, {@code src/test/resources/loyalty.v1.contract}, and held against the connector:
 * {@code mvn test -Dcontract.accept} writes it anew, {@code -Dcontract.accept=breaking} also where that breaks callers.
 */
public abstract class ConnectorContract {
    private final Trials trials = new Trials(this);
    private final ClientBackends backends = new ClientBackends();

    /** A connector as it is after its start, each time a new one. What stands behind it should answer at once and know some data. */
    protected abstract Connector connector();

    /** The hub's own client for backends over HTTP, for a connector that asks one, such as a {@link FaultyServer}. */
    protected final HttpBackends backends() {
        return backends;
    }

    /**
     * Arguments, as JSON, with which an operation succeeds on a new {@link #connector}; text may stand in single quotes. Without them
     * operations are called with what is made of their {@code @Example}s and types, which few backends know, so that most end with an
     * error that was declared.
     *
     * @param operation the operation's id, such as {@code balance.get}
     */
    protected Optional<String> arguments(String operation) {
        return Optional.empty();
    }

    /** A connector whose backend never answers, for the test of deadlines; that is left out without one. */
    protected Optional<Connector> hanging() {
        return Optional.empty();
    }

    /** Where the contract's file is, from the project's folder. */
    protected Path contractFolder() {
        return Path.of("src/test/resources");
    }

    @AfterEach
    final void end() {
        trials.close();
        backends.close();
    }

    /** All mistakes for which the hub would not offer it. */
    @Test
    final void hasNoMistakes() {
        trials.requireNoMistakes();
    }

    /** What the build wrote for the framework names the class; otherwise its bundle starts, and nothing happens. */
    @Test
    final void isFoundByTheFramework() {
        new Components(connector().getClass()).check();
    }

    /** What callers rely on is what was committed. */
    @Test
    final void keepsItsContract() throws Exception {
        new ContractFile(contractFolder(), trials.descriptor()).check();
    }

    /** What goes in is the same in JSON and XML, and so is what comes out. */
    @Test
    final void meansTheSameInJsonAndXml() {
        new RoundTrips(trials).check();
    }

    /** Nothing comes out that is not declared, be it an error or a result. */
    @Test
    final void failsOnlyAsDeclared() {
        new DeclaredErrors(trials).check();
    }

    /** A write that is sent again is answered as before and not done again, and a probe finds what was done. */
    @Test
    final void writesOnce() {
        new Repetitions(trials).check();
    }

    /** Operations end within their deadline, and let the thread go where the backend hangs. */
    @Test
    final void keepsItsDeadlines() {
        Optional<Connector> hanging = hanging();
        Assumptions.assumeTrue(hanging.isPresent(), "hanging() gives no connector whose backend never answers");
        new Deadlines(trials, hanging.get()).check();
    }

    /** What is sensitive stands in no log, no error and no record of the audit. */
    @Test
    final void tellsNobodyWhatIsSensitive() {
        new Canaries(trials).check();
    }

    /** Calls under way end well when the connector is taken away. */
    @Test
    final void finishesWhatIsUnderWay() {
        new Departure(trials).check();
    }
}
