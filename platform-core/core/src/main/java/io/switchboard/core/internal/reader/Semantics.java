package io.switchboard.core.internal.reader;

import io.switchboard.connector.Approval;
import io.switchboard.connector.Audience;
import io.switchboard.connector.ConnectorType;
import io.switchboard.connector.Effect;
import io.switchboard.connector.Operation;
import io.switchboard.connector.Repeat;
import io.switchboard.core.descriptor.Member;
import io.switchboard.core.descriptor.ValueType;
import java.time.Duration;
import java.time.format.DateTimeParseException;

/** Checks what an operation declares against itself. */
final class Semantics {
    private static final Duration DEFAULT_DEADLINE = Duration.ofSeconds(10);
    private static final Duration LONGEST_DEADLINE = Duration.ofMinutes(10);

    private final Operation operation;
    private final String place;
    private final Mistakes mistakes;

    Semantics(Operation operation, String place, Mistakes mistakes) {
        this.operation = operation;
        this.place = place;
        this.mistakes = mistakes;
    }

    void check(ConnectorType connector, ValueType.RecordType input) {
        checkName(connector);
        checkCustomer(input);
        checkEffect();
        if (!operation.since().isEmpty() && !operation.since().matches("[0-9]{1,6}\\.[0-9]{1,6}")) {
            mistakes.add(place, "since \"" + operation.since() + "\" is not a version such as 1.2");
        }
    }

    private void checkName(ConnectorType connector) {
        String name = connector.id() + ".v" + connector.version() + "." + operation.id();
        if (!operation.id().matches("[a-z][a-z0-9]*(\\.[a-z][a-z0-9]*)*")) {
            mistakes.add(place, "the id \"" + operation.id() + "\" is not of segments [a-z][a-z0-9]* joined by dots");
        }
        if (name.length() > Limits.NAME) {
            mistakes.add(place, "the name " + name + " is longer than " + Limits.NAME + " characters");
        }
        if (!operation.scope().matches("[a-z][a-z0-9]*\\.[a-z][a-z0-9]*")
                || !operation.scope().startsWith(connector.id() + ".")) {
            mistakes.add(
                    place,
                    "the scope \"" + operation.scope() + "\" is not \"" + connector.id()
                            + ".\" and a word [a-z][a-z0-9]*");
        }
    }

    private void checkCustomer(ValueType.RecordType input) {
        long named = input.members().stream().filter(Member::customerId).count();
        if (operation.audience() == Audience.CUSTOMER && named != 1) {
            mistakes.add(
                    place, "is for CUSTOMER, so exactly one component of its input is @CustomerId; there are " + named);
        }
        if (operation.audience() == Audience.STAFF && named > 1) {
            mistakes.add(place, "has " + named + " components that are @CustomerId; one is the most");
        }
        if (operation.audience() == Audience.PUBLIC && named > 0) {
            mistakes.add(place, "is PUBLIC, so it is about no customer and has no @CustomerId");
        }
    }

    private void checkEffect() {
        switch (operation.effect()) {
            case READ -> {
                if (operation.repeat() == Repeat.SAME) {
                    mistakes.add(place, "repeat = SAME is for a WRITE; a READ may be repeated anyway, so leave it out");
                }
                if (operation.approval() != Approval.NONE) {
                    mistakes.add(
                            place,
                            "approval = " + operation.approval()
                                    + " is for what changes something; a READ has none to approve");
                }
            }
            case WRITE -> {}
            case DESTRUCTIVE -> {
                if (operation.repeat() == Repeat.SAME) {
                    mistakes.add(place, "repeat = SAME is for a WRITE; a DESTRUCTIVE one needs the caller's own key");
                }
                if (operation.idempotent()) {
                    mistakes.add(place, "what is DESTRUCTIVE is not idempotent");
                }
            }
        }
    }

    boolean idempotent() {
        return operation.idempotent() || operation.effect() == Effect.READ;
    }

    Duration deadline() {
        if (operation.deadline().isEmpty()) {
            return DEFAULT_DEADLINE;
        }
        try {
            Duration deadline = Duration.parse(operation.deadline());
            if (deadline.compareTo(Duration.ofMillis(1)) >= 0 && deadline.compareTo(LONGEST_DEADLINE) <= 0) {
                return deadline;
            }
        } catch (DateTimeParseException e) {
            // Told below, with the bounds.
        }
        mistakes.add(
                place, "the deadline \"" + operation.deadline() + "\" is not a duration such as PT5S, up to PT10M");
        return DEFAULT_DEADLINE;
    }
}
