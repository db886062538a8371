package io.switchboard.rest.internal.answer;

import io.switchboard.connector.Assurance;
import io.switchboard.core.descriptor.OperationDescriptor;
import java.util.Locale;

/**
 * What an operation asks of a caller, for the one who is told that it does not have it. Immutable.
 *
 * @param scope the scope; empty where there is no operation
 * @param assurance how sure the hub has to be of the customer, as the claim {@code acr} of its tokens has it; empty where it need not be
 */
public record Needs(String scope, String assurance) {
    /** There is no operation. */
    public static final Needs NOTHING = new Needs("", "");

    /** Of what is no operation, and asks for a scope. */
    public static Needs ofScope(String scope) {
        return new Needs(scope, "");
    }

    /** Those of an operation. */
    public static Needs of(OperationDescriptor operation) {
        Assurance assurance = operation.assurance();
        return new Needs(
                operation.scope(),
                assurance == Assurance.TOKEN
                        ? ""
                        : assurance.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }
}
