package io.switchboard.backends.internal.client;

import io.switchboard.backends.internal.client.AttemptFailure.Kind;
import io.switchboard.connector.CallContext;
import io.switchboard.connector.ConnectorException;
import io.switchboard.connector.http.HttpAnswer;
import io.switchboard.connector.http.HttpBackend;
import io.switchboard.connector.http.HttpBackendSettings;
import io.switchboard.connector.http.HttpEndpoint;
import io.switchboard.connector.http.HttpPolicy;
import io.switchboard.connector.http.HttpQuestion;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A backend by the Java platform's client. Safe for use from many threads. */
public final class ClientBackend implements HttpBackend {
    private static final Logger LOG = LoggerFactory.getLogger(ClientBackend.class);

    private final HttpBackendSettings settings;
    private final HttpPolicy policy;
    private final List<Endpoint> endpoints;
    private final Connection connection;
    private final Lookout lookout;
    private final Refusals refusals;
    private final InstantSource clock;
    private final Semaphore permits;
    private final BackendCounts counts;
    private final Consumer<ClientBackend> whenClosed;
    private volatile boolean closed;

    ClientBackend(
            HttpBackendSettings settings,
            InstantSource clock,
            LongSupplier nanos,
            ScheduledExecutorService looking,
            BackendCounts counts,
            Consumer<ClientBackend> whenClosed) {
        this.settings = settings;
        this.clock = clock;
        this.counts = counts;
        this.whenClosed = whenClosed;
        policy = settings.policy();
        endpoints = settings.endpoints().stream()
                .map(address -> new Endpoint(address, new Breaker(policy.failures())))
                .toList();
        permits = new Semaphore(policy.permits());
        refusals = new Refusals(nanos);
        connection = new Connection(settings);
        lookout = new Lookout(settings, connection, looking);
    }

    @Override
    public String name() {
        return settings.name();
    }

    @Override
    public HttpAnswer send(HttpQuestion question, CallContext call) {
        return ask(Inquiry.of(question, call, settings));
    }

    @Override
    public HttpAnswer send(HttpQuestion question, Duration atMost) {
        if (atMost.isNegative() || atMost.isZero()) {
            throw new IllegalArgumentException("atMost " + atMost);
        }
        return ask(Inquiry.of(question, atMost, settings));
    }

    private HttpAnswer ask(Inquiry inquiry) {
        try {
            HttpAnswer answer = admitted(inquiry);
            counts.answered();
            return answer;
        } catch (ConnectorException e) {
            counts.failed(e);
            throw e;
        }
    }

    private HttpAnswer admitted(Inquiry inquiry) {
        if (closed) {
            throw Failures.closed();
        }
        if (!permits.tryAcquire()) {
            throw Failures.busy();
        }
        try {
            refusals.check();
            return attempts(inquiry);
        } finally {
            permits.release();
        }
    }

    private HttpAnswer attempts(Inquiry inquiry) {
        HttpQuestion question = inquiry.question();
        Route route = new Route(endpoints, question.reads());
        AttemptFailure last = null;
        boolean reached = false;
        for (int made = 0; made < policy.attempts() && !closed && inquiry.left() > 0; made++) {
            if (last != null && route.others() == 0 && !pause(made, inquiry)) {
                break;
            }
            Optional<Endpoint> next = route.next();
            if (next.isEmpty()) {
                throw Failures.noEndpoint(last, reached && !question.reads(), policy.rest());
            }
            counts.of(next.get().address()).begun(last != null, next.get().equals(endpoints.get(0)));
            try {
                return attempt(next.get(), inquiry, question.repeatable() ? route.others() : 0);
            } catch (AttemptFailure failure) {
                last = failure;
            }
            reached |= last.mayHaveReached();
            if (!last.isWorthAnother() || (last.mayHaveReached() && !question.repeatable())) {
                break;
            }
        }
        if (last == null) {
            throw closed ? Failures.closed() : Failures.noTime();
        }
        throw Failures.of(last, question.reads(), reached);
    }

    /** One attempt, of whose end the endpoint's breaker hears. */
    private HttpAnswer attempt(Endpoint endpoint, Inquiry inquiry, int others) throws AttemptFailure {
        // What may be asked of others leaves them their share of the time.
        long most = Math.min(policy.timeout().toNanos(), inquiry.left() / (1 + others));
        long began = System.nanoTime();
        boolean told = false;
        try {
            HttpAnswer answer = new Redirects(connection, endpoints, policy.redirects())
                    .ask(endpoint, inquiry, inquiry.question().answerBytes().orElse(policy.answerBytes()), most);
            told = true;
            counts.of(endpoint.address()).answered(System.nanoTime() - began);
            succeeded(endpoint, answer.status());
            return answer;
        } catch (AttemptFailure failure) {
            told = true;
            counts.of(endpoint.address()).failed(failure.kind(), System.nanoTime() - began);
            failed(endpoint, failure, System.nanoTime() - began);
            throw failure;
        } catch (InterruptedException e) {
            told = true;
            Thread.currentThread().interrupt();
            AttemptFailure silent = AttemptFailure.of(Kind.SILENT, Words.SILENT, e);
            counts.of(endpoint.address()).failed(Kind.GIVEN_UP, System.nanoTime() - began);
            failed(endpoint, silent, System.nanoTime() - began);
            throw AttemptFailure.of(Kind.GIVEN_UP, Words.GIVEN_UP, e);
        } finally {
            if (!told) {
                endpoint.breaker().abandoned();
            }
        }
    }

    private void succeeded(Endpoint endpoint, int status) {
        if (status != 401) {
            refusals.accepted();
        }
        answers(endpoint);
    }

    private void answers(Endpoint endpoint) {
        if (endpoint.breaker().succeeded()) {
            LOG.info("{}: {} is back", name(), endpoint.address());
        }
    }

    private void failed(Endpoint endpoint, AttemptFailure failure, long nanos) {
        if (failure.status() == 401) {
            refusals.refused();
        }
        // Callers in a hurry must not make a slow endpoint look like a dead one.
        boolean tooHasty =
                failure.kind() == Kind.SILENT && nanos < policy.timeout().toNanos() / 4;
        if (tooHasty || failure.kind() == Kind.GIVEN_UP) {
            endpoint.breaker().abandoned();
        } else if (!failure.countsAgainstEndpoint()) {
            answers(endpoint);
        } else if (endpoint.breaker().failed(failure.why().en(), clock.instant())) {
            LOG.warn(
                    "{}: {} is down: {}",
                    name(),
                    endpoint.address(),
                    failure.why().en());
            lookout.watch(endpoint);
        }
    }

    /** Waits before the same endpoint is asked again; false: there is no time for it. */
    private boolean pause(int made, Inquiry inquiry) {
        long whole = policy.pause().toNanos() << Math.min(made - 1, 10);
        long pause = whole - ThreadLocalRandom.current().nextLong(whole / 2 + 1);
        if (pause >= inquiry.left()) {
            return false;
        }
        try {
            TimeUnit.NANOSECONDS.sleep(pause);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public List<HttpEndpoint> endpoints() {
        return endpoints.stream().map(Endpoint::shown).toList();
    }

    /** Why an endpoint does not answer now, by its address; empty where it does. For checks. */
    public Map<String, Optional<Words>> look() {
        Map<String, Optional<Words>> found = new LinkedHashMap<>();
        endpoints.forEach(each -> found.put(each.address().toString(), lookout.wrong(each)));
        return found;
    }

    /** What was counted of the questions to it, and to others of its name that were open at the same time. */
    public BackendCounts counts() {
        return counts;
    }

    /** How many questions may be under way at once. */
    public int permits() {
        return policy.permits();
    }

    /** How many questions are under way. */
    public int permitsInUse() {
        return policy.permits() - permits.availablePermits();
    }

    /** Whether the backend refuses the hub's credentials, so that it is hardly asked any more. */
    public boolean isRefused() {
        return refusals.hold();
    }

    @Override
    public void close() {
        closed = true;
        lookout.close();
        connection.close();
        whenClosed.accept(this);
    }
}
