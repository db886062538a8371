package io.switchboard.bench.probe.internal;

import static io.switchboard.connector.Audience.STAFF;
import static io.switchboard.connector.Effect.READ;

import io.switchboard.connector.Connector;
import io.switchboard.connector.ConnectorType;
import io.switchboard.connector.Describe;
import io.switchboard.connector.Example;
import io.switchboard.connector.Operation;
import org.osgi.service.component.annotations.Component;

/** Says of which version it is. */
@Component(service = Connector.class)
@ConnectorType(id = "probe000", version = 1, title = "Probe", zh = "探针")
@Describe(en = "Says of which version it is.", zh = "报告自身版本。")
public final class Probe implements Connector {
    static final String VERSION = "1.0.100";

    /** The answer. */
    record Version(
            @Describe(en = "A version.", zh = "版本。") @Example("1.0.0")
            String version) {}

    @Operation(id = "version.get", http = "GET /version", effect = READ, audience = STAFF, scope = "probe000.read")
    @Describe(en = "Its version.", zh = "其版本。")
    Version version() {
        return new Version(VERSION);
    }
}
