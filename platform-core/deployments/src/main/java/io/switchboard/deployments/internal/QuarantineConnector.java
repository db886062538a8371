package io.switchboard.deployments.internal;

import static io.switchboard.connector.Audience.STAFF;
import static io.switchboard.connector.Effect.WRITE;

import io.switchboard.connector.Connector;
import io.switchboard.connector.ConnectorType;
import io.switchboard.connector.Describe;
import io.switchboard.connector.Operation;
import io.switchboard.core.takeover.Takeover;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Lets an operator end a quarantine; an operation, so that the audit has who did it. */
@Component(service = Connector.class)
@ConnectorType(id = "quarantine", version = 1, title = "Quarantine", zh = "隔离")
@Describe(
        en = "Connectors that failed again and again by their own fault, and are kept from calls.",
        zh = "因自身故障反复失败而被暂停服务的连接器。")
public final class QuarantineConnector implements Connector {
    private final Takeover takeover;

    /** Over core's connectors. */
    @Activate
    public QuarantineConnector(@Reference Takeover takeover) {
        this.takeover = takeover;
    }

    @Operation(
            id = "connector.release",
            http = "POST /releases",
            effect = WRITE,
            audience = STAFF,
            scope = "quarantine.release",
            idempotent = true)
    @Describe(
            en =
                    "Ends a connector's quarantine at once: all calls try it again. Failing again as before, it is back in it.",
            zh = "立即结束连接器的隔离，恢复全部调用；若仍反复失败，将再次被隔离。")
    Released release(Release input) {
        return new Released(takeover.release(input.connector()));
    }
}
