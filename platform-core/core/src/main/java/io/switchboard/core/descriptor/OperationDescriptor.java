package io.switchboard.core.descriptor;

import io.switchboard.connector.Approval;
import io.switchboard.connector.Assurance;
import io.switchboard.connector.Audience;
import io.switchboard.connector.Effect;
import io.switchboard.connector.Repeat;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What an operation is. Immutable.
 *
 * @param connector the connector's id
 * @param version the connector's major version
 * @param id the name within the connector, such as {@code balance.get}
 * @param route where it stands over HTTP
 * @param effect what a call does to the world
 * @param audience whom the data is about
 * @param scope the scope a caller needs
 * @param deadline the longest a call may take
 * @param repeat what a second call with equal arguments and no key means
 * @param idempotent whether it may be run twice without harm
 * @param probed whether the connector can find out about an unknown outcome
 * @param assurance how sure the hub must be of the customer
 * @param approval who approves the exact call
 * @param since the version in which it first stood; empty: always
 * @param deprecated what to call instead; empty: it is not on its way out
 * @param description what it does
 * @param failures the ways in which it declares to fail, by code and reason
 * @param input what it takes, page members included; a record without members where it takes nothing
 * @param result what it gives
 */
public record OperationDescriptor(
        String connector,
        int version,
        String id,
        Route route,
        Effect effect,
        Audience audience,
        String scope,
        Duration deadline,
        Repeat repeat,
        boolean idempotent,
        boolean probed,
        Assurance assurance,
        Approval approval,
        String since,
        String deprecated,
        Text description,
        List<Failure> failures,
        ValueType.RecordType input,
        Result result) {
    /** Copies the failures. */
    public OperationDescriptor {
        failures = List.copyOf(failures);
    }

    /** The canonical name, such as {@code loyalty.v1.balance.get}. */
    public String name() {
        return connector + ".v" + version + "." + id;
    }

    /** Whether it changes something. */
    public boolean writes() {
        return effect != Effect.READ;
    }

    /** The member that names the customer; empty unless the audience is {@link Audience#CUSTOMER}. */
    public Optional<Member> customer() {
        return input.members().stream().filter(Member::customerId).findFirst();
    }
}
