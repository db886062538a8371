package io.switchboard.core.internal.audit;

import com.fasterxml.jackson.core.JsonParser;
import io.switchboard.core.audit.AuditRecord;
import io.switchboard.core.audit.AuditRecord.Person;
import java.io.IOException;
import java.time.Instant;

/** Collects the fields of one record while it is read. */
final class RecordFields {
    private Instant time = Instant.EPOCH;
    private String node = "";
    private String callId = "";
    private String traceId = "";
    private String transport = "";
    private String principal = "";
    private String user = "";
    private String actor = "";
    private String customer = "";
    private String conversation = "";
    private String operation = "";
    private String arguments = "";
    private int code;
    private String reason = "";
    private boolean replayed;
    private String alarm = "";
    private long micros;
    private int attempts;
    private String endpoint = "";
    private String key = "";
    private String sealed = "";
    private Person person = Person.SHOWN;

    /** Takes the value at which the parser stands. */
    void take(String name, JsonParser json, TimeText times) throws IOException {
        switch (name) {
            case "time" -> time = times.parse(json.getText());
            case "node" -> node = json.getText();
            case "call" -> callId = json.getText();
            case "trace" -> traceId = json.getText();
            case "transport" -> transport = json.getText();
            case "principal" -> principal = json.getText();
            case "user" -> user = json.getText();
            case "actor" -> actor = json.getText();
            case "customer" -> customer = json.getText();
            case "conversation" -> conversation = json.getText();
            case "operation" -> operation = json.getText();
            case "arguments" -> arguments = json.getText();
            case "code" -> code = json.getIntValue();
            case "reason" -> reason = json.getText();
            case "replayed" -> replayed = json.getBooleanValue();
            case "alarm" -> alarm = json.getText();
            case "micros" -> micros = json.getLongValue();
            case "attempts" -> attempts = json.getIntValue();
            case "endpoint" -> endpoint = json.getText();
            case "key" -> key = json.getText();
            case "sealed" -> sealed = json.getText();
            default -> json.skipChildren();
        }
    }

    /** Which key a part of it is sealed under; empty where none is. */
    String key() {
        return key;
    }

    String sealed() {
        return sealed;
    }

    void person(Person found) {
        person = found;
    }

    AuditRecord toRecord() {
        return new AuditRecord(
                time,
                node,
                callId,
                traceId,
                transport,
                principal,
                user,
                actor,
                customer,
                conversation,
                operation,
                arguments,
                code,
                reason,
                replayed,
                alarm,
                micros,
                attempts,
                endpoint,
                person);
    }
}
