package io.switchboard.core.internal.contract;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.switchboard.core.audit.AuditRecord;
import io.switchboard.core.audit.AuditRecord.Person;
import io.switchboard.core.contract.Contract;
import io.switchboard.core.internal.audit.AuditLog;
import io.switchboard.core.internal.audit.AuditUnavailable;
import io.switchboard.core.internal.contract.Verdict.Recorded;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** Records who let a contract be broken. */
final class ContractAudit {
    private static final String OPERATION = "hub.contract.accept";

    private final AuditLog audit;
    private final Supplier<String> node;

    ContractAudit(AuditLog audit, Supplier<String> node) {
        this.audit = audit;
        this.node = node;
    }

    /** Returns when the record is durable. */
    void record(Verdict verdict, Optional<Contract> before, String bundle, String by) throws AuditUnavailable {
        Contract now = verdict.contract();
        ObjectNode what = JsonNodeFactory.instance
                .objectNode()
                .put("contract", now.name())
                .put("before", before.map(Contract::digest).orElse(""))
                .put("now", now.digest())
                .put("bundle", bundle);
        boolean accepted = verdict.recorded() == Recorded.ACCEPTED;
        audit.append(
                new AuditRecord(
                        Instant.now(),
                        node.get(),
                        id(),
                        id(),
                        "deployment",
                        accepted ? by : "",
                        "",
                        "",
                        "",
                        "",
                        OPERATION,
                        what.toString(),
                        0,
                        accepted ? "accepted" : "came-back",
                        false,
                        "contract-broken",
                        0,
                        0,
                        "",
                        Person.SHOWN),
                true);
    }

    private static String id() {
        return UUID.randomUUID().toString().replace("-", "");
    }
}
