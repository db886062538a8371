package io.switchboard.backends.internal;

import io.switchboard.backends.internal.client.ClientBackend;
import io.switchboard.connector.ErrorCode;
import io.switchboard.connector.check.BackendCheck;
import io.switchboard.connector.check.CheckFinding;
import io.switchboard.connector.http.HttpEndpoint;
import io.switchboard.core.call.CallFailure;
import io.switchboard.core.page.HubPage;
import io.switchboard.core.value.ValueOutput;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** How backends stand, as far as is known: {@code /api/backends}; and when they are looked at: {@code /api/backends/check}. */
@Component(service = HubPage.class)
public final class BackendsPage implements HubPage {
    private static final Duration LONGEST = Duration.ofSeconds(20);

    private final HubBackends backends;
    private final List<BackendCheck> checks = new CopyOnWriteArrayList<>();
    private final AtomicBoolean checking = new AtomicBoolean();

    /** Called by the framework. */
    @Activate
    public BackendsPage(@Reference HubBackends backends) {
        this.backends = backends;
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void addCheck(BackendCheck check) {
        checks.add(check);
    }

    void removeCheck(BackendCheck check) {
        checks.remove(check);
    }

    @Override
    public String name() {
        return "backends";
    }

    @Override
    public String scope() {
        return "backends.read";
    }

    @Override
    public void write(List<String> path, Locale locale, ValueOutput out) throws CallFailure {
        if (path.isEmpty()) {
            standing(out);
        } else if (path.equals(List.of("check"))) {
            checked(check(), locale.getLanguage().equals("zh"), out);
        } else {
            throw CallFailure.of(ErrorCode.NOT_FOUND, "There is no such page of backends.", "没有该后端页面。");
        }
    }

    /** One at a time, so that nobody can have backends hammered by way of the hub. */
    private List<Checked> check() throws CallFailure {
        if (!checking.compareAndSet(false, true)) {
            throw CallFailure.of(ErrorCode.BUSY, "Backends are being checked already.", "正在检查后端。")
                    .retryAfter(Duration.ofSeconds(1));
        }
        try {
            return new Checks(LONGEST).run(backends.current(), checks);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw CallFailure.of(ErrorCode.BUSY);
        } finally {
            checking.set(false);
        }
    }

    private static void checked(List<Checked> found, boolean chinese, ValueOutput out) {
        out.startRecord();
        out.name("sound");
        out.bool(found.stream().allMatch(Checked::isSound));
        list(out, "backends", found, each -> {
            out.startRecord();
            text(out, "backend", each.backend());
            list(out, "findings", each.findings(), finding -> finding(finding, chinese, out));
            out.endRecord();
        });
        out.endRecord();
    }

    private static void finding(CheckFinding finding, boolean chinese, ValueOutput out) {
        out.startRecord();
        text(out, "outcome", finding.outcome().name());
        text(out, "text", chinese ? finding.zh() : finding.en());
        out.endRecord();
    }

    private void standing(ValueOutput out) {
        out.startRecord();
        list(out, "backends", backends.current(), each -> backend(each, out));
        out.endRecord();
    }

    private static void backend(ClientBackend backend, ValueOutput out) {
        out.startRecord();
        text(out, "backend", backend.name());
        list(out, "endpoints", backend.endpoints(), each -> endpoint(each, out));
        out.endRecord();
    }

    private static void endpoint(HttpEndpoint endpoint, ValueOutput out) {
        out.startRecord();
        text(out, "address", endpoint.address().toString());
        text(out, "state", endpoint.state().name());
        if (!endpoint.why().isEmpty()) {
            text(out, "why", endpoint.why());
        }
        endpoint.since().ifPresent(since -> text(out, "since", since.toString()));
        out.endRecord();
    }

    private static <T> void list(ValueOutput out, String name, List<T> items, Consumer<T> each) {
        out.name(name);
        out.startList();
        items.forEach(each);
        out.endList();
    }

    private static void text(ValueOutput out, String name, String value) {
        out.name(name);
        out.text(value);
    }
}
