package io.switchboard.core.descriptor;

import io.switchboard.connector.DataClass;
import java.util.Optional;

/**
 * One named part of a record. Immutable.
 *
 * @param name the name on the wire
 * @param type the type of the value
 * @param optional whether it may be absent
 * @param description what it is; may be empty
 * @param example a value, in the form of JSON; empty where the connector gives none
 * @param sensitive which kind of personal data it is
 * @param untrusted whether customers wrote it
 * @param customerId whether it names the customer the call is about
 * @param owner whether it names the customer whose data the record is
 */
public record Member(
        String name,
        ValueType type,
        boolean optional,
        Text description,
        String example,
        Optional<DataClass> sensitive,
        boolean untrusted,
        boolean customerId,
        boolean owner) {}
