package io.switchboard.core.descriptor;

import java.util.List;

/**
 * What a connector is. Immutable.
 *
 * @param id the first segment of its operations' names
 * @param version the major version, from 1
 * @param title its name for people
 * @param description what it is for; may be empty
 * @param operations sorted by id
 */
public record ConnectorDescriptor(
        String id, int version, Text title, Text description, List<OperationDescriptor> operations) {
    /** Copies the operations. */
    public ConnectorDescriptor {
        operations = List.copyOf(operations);
    }

    /** The name of this major, such as {@code loyalty.v1}. */
    public String name() {
        return id + ".v" + version;
    }
}
