package io.switchboard.core.internal.start;

import io.switchboard.core.access.AccessGate;
import io.switchboard.core.audit.AuditErasure;
import io.switchboard.core.audit.AuditNotes;
import io.switchboard.core.audit.AuditTrail;
import io.switchboard.core.call.CallGate;
import io.switchboard.core.catalogue.Catalogue;
import io.switchboard.core.event.EventFeed;
import io.switchboard.core.health.HealthCheck;
import io.switchboard.core.internal.audit.SegmentAuditLog;
import io.switchboard.core.internal.catalogue.Admissions;
import io.switchboard.core.internal.catalogue.ConnectorRegistry;
import io.switchboard.core.internal.contract.KeptContracts;
import io.switchboard.core.internal.event.Feed;
import io.switchboard.core.internal.handle.HandlesUnavailable;
import io.switchboard.core.internal.metrics.CallMetrics;
import io.switchboard.core.internal.once.ClaimsUnavailable;
import io.switchboard.core.internal.once.Seal;
import io.switchboard.core.internal.otlp.SpanSwitch;
import io.switchboard.core.internal.pipeline.CursorSeal;
import io.switchboard.core.internal.pipeline.Notes;
import io.switchboard.core.internal.pipeline.Pipeline;
import io.switchboard.core.metrics.MetricsSource;
import io.switchboard.core.takeover.Takeover;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Puts the pipeline together and offers it, with what can be read of it. */
@Component(
        immediate = true,
        service = {},
        configurationPid = "io.switchboard.core")
@Designate(ocd = HubSettings.class)
public final class Hub {
    private static final Logger LOG = LoggerFactory.getLogger(Hub.class);
    private static final long PURGE_MINUTES = 10;

    private final BundleContext context;
    private volatile LiveSettings live;
    /** Why the settings that came last are not used; empty where they are. */
    private volatile String mistake = "";

    private final KeptContracts contracts;
    private final ConnectorRegistry registry;
    private final ConnectorTracker connectors;
    private final SecurityGuards guards;
    private final StoredLeases leases;
    private final Boots boots;
    private final StoredClaims claims;
    private final StoredHandles handles;
    private final Feed feed;
    private final StoredEvents events;
    private final SegmentAuditLog audit;
    private final SpanSwitch spans;
    private final Pipeline pipeline;
    private final HubTakeover takeover;
    private final ScheduledExecutorService housekeeping;
    private final List<ServiceRegistration<?>> registrations = new ArrayList<>();
    private ServiceRegistration<AuditTrail> trail;

    /** Starts everything; calls are refused until security is there, and writes until the store is. */
    @Activate
    public Hub(BundleContext context, HubSettings settings) throws IOException {
        Path data = Path.of(Optional.ofNullable(context.getProperty("switchboard.data"))
                .orElseThrow(() -> new IllegalStateException("the framework property switchboard.data is not set")));
        Files.createDirectories(data);
        Seal seal = Seal.of(data.resolve("claims.key"));
        this.context = context;
        live = LiveSettings.of(settings);
        Admissions admissions = new Admissions();
        guards = new SecurityGuards(context, admissions);
        leases = new StoredLeases(context);
        boots = new Boots(data, leases::current);
        claims = new StoredClaims(context, seal, boots);
        handles = new StoredHandles(context, seal);
        feed = new Feed(guards, handles::current, cursorSeal(seal), Clock.systemUTC());
        events = new StoredEvents(context, feed);
        audit = new SegmentAuditLog(data.resolve("audit"), live.node(), live.audit(), Clock.systemUTC());
        contracts = new KeptContracts(data.resolve("contracts"), audit, () -> live.node(), live.acceptance());
        registry = new ConnectorRegistry(live.connectors(), admissions, System::nanoTime, contracts);
        connectors = new ConnectorTracker(context, registry, live.drain());
        CallMetrics metrics =
                new CallMetrics(operation -> registry.find(operation).isPresent() || isDoor(operation));
        spans = new SpanSwitch(context);
        pipeline = new Pipeline(
                new Pipeline.Parts(
                        registry,
                        guards,
                        claims::current,
                        handles::current,
                        cursorSeal(seal),
                        audit,
                        end -> {
                            metrics.record(end.operation(), end.number(), end.micros());
                            spans.ended(end);
                        },
                        live.node()),
                live.calls());
        metrics.gauge("switchboard_calls_in_flight", "Calls under way.", pipeline::underWay);
        metrics.counter("switchboard_spans_sent_total", "Spans handed to the collector.", spans::sent);
        metrics.counter("switchboard_spans_dropped_total", "Spans that were dropped.", spans::dropped);
        metrics.gauge(
                "switchboard_connectors_quarantined",
                "Connectors in quarantine.",
                () -> registry.quarantined().size());
        metrics.gauge("switchboard_audit_queue", "Audit records that wait to be written.", audit::depth);
        housekeeping = Executors.newSingleThreadScheduledExecutor(Hub::daemon);
        // purge() lets nothing out, so there is nothing to learn from the future.
        ScheduledFuture<?> unused =
                housekeeping.scheduleWithFixedDelay(this::purge, PURGE_MINUTES, PURGE_MINUTES, TimeUnit.MINUTES);
        takeover = new HubTakeover(context, admissions, registry, guards, pipeline);
        spans.open();
        leases.open();
        claims.open();
        handles.open();
        events.open();
        connectors.open();
        register(context, CallGate.class, pipeline);
        register(context, AccessGate.class, pipeline.accesses());
        register(context, EventFeed.class, feed);
        register(context, Catalogue.class, registry);
        register(context, Takeover.class, takeover);
        trail = offerTrail();
        register(context, AuditErasure.class, audit);
        register(context, AuditNotes.class, new Notes(audit, () -> live.node()));
        register(context, MetricsSource.class, metrics);
        HealthChecks.of(
                        context,
                        guards,
                        () -> claims.current().isPresent() && feed.storeAnswers(),
                        audit,
                        registry,
                        () -> live,
                        () -> mistake)
                .forEach(check -> register(context, HealthCheck.class, check));
    }

    private ServiceRegistration<AuditTrail> offerTrail() {
        return context.registerService(
                AuditTrail.class, audit, FrameworkUtil.asDictionary(Map.of("switchboard.node", live.node())));
    }

    /** A page of the hub's own, or what a partner put up: there are as many as bundles declare. */
    private static boolean isDoor(String name) {
        return name.startsWith("hub.") || name.startsWith("ext.");
    }

    /** Takes changed settings over while calls go on; where they have a mistake, those of before stay. */
    @Modified
    public void change(HubSettings settings) {
        LiveSettings changed;
        try {
            changed = LiveSettings.of(settings);
            mistake = "";
        } catch (IllegalArgumentException e) {
            // Thrown further it would be seen on the console only.
            mistake = String.valueOf(e.getMessage());
            LOG.error("io.switchboard.core.cfg is not used: {}. The settings before it stay.", mistake);
            return;
        }
        boolean renamed = !changed.node().equals(live.node());
        live = changed;
        registry.change(changed.connectors());
        contracts.accept(changed.acceptance());
        registry.compareAgain();
        connectors.drain(changed.drain());
        pipeline.change(changed.calls(), changed.node());
        audit.change(changed.node(), changed.audit());
        if (renamed) {
            // Who reads the trail asks for its name when it begins, so all of them begin anew.
            ServiceRegistration<AuditTrail> before = trail;
            trail = offerTrail();
            before.unregister();
        }
        LOG.info("The settings of calls were taken over");
    }

    private static CursorSeal cursorSeal(Seal seal) {
        return new CursorSeal() {
            @Override
            public String seal(String context, String text) {
                return seal.seal(context, text);
            }

            @Override
            public Optional<String> open(String context, String sealed) {
                return seal.open(context, sealed);
            }
        };
    }

    private <S> void register(BundleContext context, Class<S> type, S service) {
        registrations.add(context.registerService(type, service, null));
    }

    private void purge() {
        try {
            claims.purge();
            handles.purge();
            feed.purge(live.events(), live.mostEvents());
        } catch (ClaimsUnavailable | HandlesUnavailable | RuntimeException e) {
            LOG.error("old outcomes and handles could not be purged", e);
        }
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "switchboard-housekeeping");
        thread.setDaemon(true);
        return thread;
    }

    /** Takes no new calls, lets those under way finish within a bounded time, then ends. */
    @Deactivate
    public void stop() throws InterruptedException {
        registrations.forEach(ServiceRegistration::unregister);
        trail.unregister();
        long end = System.nanoTime() + live.drain().toNanos();
        while (pipeline.underWay() > 0 && System.nanoTime() < end) {
            TimeUnit.MILLISECONDS.sleep(5);
        }
        housekeeping.shutdownNow();
        takeover.close();
        connectors.close();
        pipeline.close();
        audit.close();
        spans.close();
        events.close();
        feed.close();
        handles.close();
        claims.close();
        boots.close();
        leases.close();
        guards.close();
    }
}
