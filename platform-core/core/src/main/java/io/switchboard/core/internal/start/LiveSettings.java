package io.switchboard.core.internal.start;

import io.switchboard.core.internal.audit.AuditSettings;
import io.switchboard.core.internal.catalogue.ConnectorRegistry;
import io.switchboard.core.internal.contract.Acceptance;
import io.switchboard.core.internal.pipeline.OperationLimit;
import io.switchboard.core.internal.pipeline.Pipeline;
import io.switchboard.core.internal.pipeline.Quarantine;
import io.switchboard.core.internal.pipeline.RateBounds;
import java.time.Duration;
import java.util.List;

/**
 * The settings, as the parts of the hub want them. Read whole before any of them counts, so that a mistake changes nothing. Immutable.
 *
 * @param drain how long what is under way is waited for
 * @param connectors the bounds of each connector
 * @param calls the bounds of the pipeline
 * @param node this hub's name in the audit
 * @param audit how the audit is kept
 * @param acceptance the contracts that may break callers
 * @param events how long events are kept
 * @param mostEvents how many of them
 * @param neededConnectors without which the hub is not ready
 * @param neededServices without which the hub is not ready
 */
record LiveSettings(
        Duration drain,
        ConnectorRegistry.Bounds connectors,
        Pipeline.Bounds calls,
        String node,
        AuditSettings audit,
        Acceptance acceptance,
        Duration events,
        long mostEvents,
        List<String> neededConnectors,
        List<String> neededServices) {
    /**
     * Reads them.
     *
     * @throws IllegalArgumentException naming what is wrong
     */
    static LiveSettings of(HubSettings settings) {
        return new LiveSettings(
                Duration.ofMillis(settings.drain_millis()),
                new ConnectorRegistry.Bounds(settings.permits_connector(), quarantine(settings)),
                new Pipeline.Bounds(rates(settings), settings.permits_total()),
                settings.node(),
                AuditSettings.DEFAULTS.keeping(
                        Duration.ofDays(settings.audit_days()), (long) settings.audit_megabytes() << 20),
                Acceptance.of(settings.contract_accept(), settings.contract_by()),
                Duration.ofDays(Math.max(1, settings.events_days())),
                Math.max(1, settings.events_most()),
                List.of(settings.ready_needs()),
                List.of(settings.ready_services()));
    }

    private static RateBounds rates(HubSettings settings) {
        return new RateBounds(
                Math.max(1, settings.calls_per_second()),
                Math.max(0, settings.customer_calls_per_minute()),
                Math.max(0, settings.customer_misses_per_minute()),
                OperationLimit.read(settings.operation_limits()));
    }

    private static Quarantine.Bounds quarantine(HubSettings settings) {
        Duration first = Duration.ofSeconds(Math.max(1, settings.quarantine_pause_seconds()));
        Duration longest = Duration.ofSeconds(settings.quarantine_longest_seconds());
        return new Quarantine.Bounds(
                Math.max(0, settings.quarantine_failures()),
                Duration.ofSeconds(Math.max(1, settings.quarantine_window_seconds())),
                first,
                longest.compareTo(first) < 0 ? first : longest);
    }
}
