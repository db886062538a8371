package io.switchboard.backends.internal;

import static io.switchboard.core.metrics.PrometheusText.join;
import static io.switchboard.core.metrics.PrometheusText.label;

import io.switchboard.backends.internal.client.BackendCounts;
import io.switchboard.backends.internal.client.ClientBackend;
import io.switchboard.backends.internal.client.EndpointCounts;
import io.switchboard.connector.http.HttpEndpoint;
import io.switchboard.connector.http.HttpEndpoint.State;
import io.switchboard.core.metrics.MetricsSource;
import io.switchboard.core.metrics.PrometheusText;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToIntFunction;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What was counted of the backends that are open now: as many series as the configuration has endpoints, whatever callers do. */
@Component
public final class BackendsMetrics implements MetricsSource {
    private static final String QUESTIONS = "switchboard_backend_questions_total";
    private static final String REQUESTS = "switchboard_backend_requests_total";
    private static final String DURATION = "switchboard_backend_request_duration_seconds";
    private static final String RETRIES = "switchboard_backend_retries_total";
    private static final String FAILOVERS = "switchboard_backend_failovers_total";
    private static final String STATE = "switchboard_backend_endpoint_state";

    private final HubBackends backends;

    /** Called by the framework. */
    @Activate
    public BackendsMetrics(@Reference HubBackends backends) {
        this.backends = backends;
    }

    private record Row(String labels, EndpointCounts counts, State state) {}

    @Override
    public String name() {
        return "backends";
    }

    @Override
    public String prometheus() {
        List<ClientBackend> open = backends.current();
        PrometheusText text = new PrometheusText();
        questions(text, open);
        endpoints(text, rows(open));
        gauge(text, "permits", "The most questions that may be under way at once.", open, ClientBackend::permits);
        gauge(text, "permits_in_use", "The questions that are under way.", open, ClientBackend::permitsInUse);
        gauge(
                text,
                "refused",
                "Above 0 while it refuses the hub's credentials, and so is asked once a minute only.",
                open,
                backend -> backend.isRefused() ? 1 : 0);
        return text.toString();
    }

    private static void questions(PrometheusText text, List<ClientBackend> open) {
        Map<String, BackendCounts> counts = new TreeMap<>();
        open.forEach(backend -> counts.put(backend.name(), backend.counts()));
        text.metric(QUESTIONS, "counter", "The questions to backends, by what came of them; code 0: an answer.");
        counts.forEach((name, of) -> of.questions()
                .forEach((code, count) ->
                        text.sample(QUESTIONS, join(label("backend", name), label("code", "" + code)), count)));
    }

    /** Each endpoint once, though two of one name are open while a bundle or its settings change. */
    private static Collection<Row> rows(List<ClientBackend> open) {
        Map<String, Row> rows = new LinkedHashMap<>();
        for (ClientBackend backend : open) {
            for (HttpEndpoint endpoint : backend.endpoints()) {
                String labels = join(
                        label("backend", backend.name()),
                        label("endpoint", endpoint.address().toString()));
                EndpointCounts counts = backend.counts().of(endpoint.address());
                rows.putIfAbsent(labels, new Row(labels, counts, endpoint.state()));
            }
        }
        return rows.values();
    }

    private static void endpoints(PrometheusText text, Collection<Row> rows) {
        text.metric(REQUESTS, "counter", "The requests to endpoints, by what came of them.");
        rows.forEach(row -> row.counts()
                .outcomes()
                .forEach((outcome, count) ->
                        text.sample(REQUESTS, join(row.labels(), label("outcome", outcome)), count)));
        text.metric(DURATION, "histogram", "How long requests to endpoints took, until the whole answer was there.");
        rows.forEach(row -> row.counts().durations().writeTo(text, DURATION, row.labels()));
        text.metric(RETRIES, "counter", "The requests that were not the first of their question.");
        rows.forEach(row -> text.sample(RETRIES, row.labels(), row.counts().retries()));
        text.metric(FAILOVERS, "counter", "The requests that took the place of one to the primary endpoint.");
        rows.forEach(row -> text.sample(FAILOVERS, row.labels(), row.counts().failovers()));
        text.metric(STATE, "gauge", "1 for the state that an endpoint is in, and 0 for the others.");
        for (Row row : rows) {
            for (State state : State.values()) {
                String name = state.name().toLowerCase(Locale.ROOT);
                text.sample(STATE, join(row.labels(), label("state", name)), row.state() == state ? 1L : 0L);
            }
        }
    }

    private static void gauge(
            PrometheusText text,
            String name,
            String help,
            List<ClientBackend> open,
            ToIntFunction<ClientBackend> value) {
        String metric = "switchboard_backend_" + name;
        Map<String, Integer> sums = new TreeMap<>();
        open.forEach(backend -> sums.merge(backend.name(), value.applyAsInt(backend), Integer::sum));
        text.metric(metric, "gauge", help);
        sums.forEach((backend, sum) -> text.sample(metric, label("backend", backend), (long) sum));
    }
}
