package io.switchboard.core.internal.audit.tool;

import static java.util.Map.entry;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import io.switchboard.core.audit.AuditFilter;
import io.switchboard.core.audit.AuditFilter.Field;
import io.switchboard.core.audit.AuditPosition;
import io.switchboard.core.audit.AuditRecord;
import io.switchboard.core.audit.AuditSearch;
import io.switchboard.core.internal.audit.FolderTrail;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes records as lines of JSON, each an object; what is empty is left out. */
final class Export {
    private static final Map<String, Field> FIELDS = Map.ofEntries(
            entry("--principal", Field.PRINCIPAL),
            entry("--user", Field.USER),
            entry("--actor", Field.ACTOR),
            entry("--customer", Field.CUSTOMER),
            entry("--conversation", Field.CONVERSATION),
            entry("--transport", Field.TRANSPORT),
            entry("--operation", Field.OPERATION),
            entry("--trace", Field.TRACE),
            entry("--call", Field.CALL),
            entry("--alarm", Field.ALARM));
    static final Set<String> OPTIONS = Stream.concat(Stream.of("--from", "--to", "--code"), FIELDS.keySet().stream())
            .collect(Collectors.toUnmodifiableSet());
    private static final Instant LATEST = Instant.parse("9999-01-01T00:00:00Z");
    private static final int PART = 1_000;

    private final PrintWriter out;

    Export(PrintWriter out) {
        this.out = out;
    }

    int run(Path folder, Options options) throws IOException, WrongOption {
        AuditFilter filter = filter(options);
        FolderTrail trail = new FolderTrail(folder);
        Optional<AuditPosition> place = Optional.empty();
        do {
            AuditSearch.Part part = AuditSearch.of(trail, filter, place, PART, Duration.ofDays(1));
            for (AuditRecord each : part.found()) {
                write(each);
            }
            if (out.checkError()) {
                throw new IOException("the output cannot be written");
            }
            place = part.next();
        } while (place.isPresent());
        return AuditTool.WHOLE;
    }

    private static AuditFilter filter(Options options) throws WrongOption {
        AuditFilter filter = AuditFilter.between(
                time(options, "--from").orElse(Instant.EPOCH),
                time(options, "--to").orElse(LATEST));
        for (Map.Entry<String, Field> each : FIELDS.entrySet()) {
            filter = filter.where(each.getValue(), options.get(each.getKey()));
        }
        return filter.code(code(options));
    }

    private static Optional<Instant> time(Options options, String name) throws WrongOption {
        try {
            return options.get(name).map(Instant::parse);
        } catch (DateTimeParseException e) {
            throw new WrongOption("option.time", name);
        }
    }

    private static Optional<Integer> code(Options options) throws WrongOption {
        try {
            return options.get("--code").map(Integer::valueOf);
        } catch (NumberFormatException e) {
            throw new WrongOption("option.number", "--code");
        }
    }

    private void write(AuditRecord entry) throws IOException {
        try (JsonGenerator json = new JsonFactory().createGenerator(out)) {
            json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
            json.setPrettyPrinter(new MinimalPrettyPrinter());
            json.writeStartObject();
            json.writeStringField("time", entry.time().toString());
            text(json, "node", entry.node());
            text(json, "callId", entry.callId());
            text(json, "traceId", entry.traceId());
            text(json, "transport", entry.transport());
            text(json, "principal", entry.principal());
            text(json, "user", entry.user());
            text(json, "actor", entry.actor());
            text(json, "customerId", entry.customer());
            text(json, "conversation", entry.conversation());
            text(json, "operation", entry.operation());
            text(json, "arguments", entry.arguments());
            json.writeNumberField("code", entry.code());
            text(json, "reason", entry.reason());
            json.writeBooleanField("replayed", entry.replayed());
            text(json, "alarm", entry.alarm());
            json.writeNumberField("micros", entry.micros());
            json.writeNumberField("attempts", entry.attempts());
            text(json, "endpoint", entry.endpoint());
            json.writeStringField("person", entry.person().name());
            json.writeEndObject();
        }
        out.print('\n');
    }

    private static void text(JsonGenerator json, String name, String value) throws IOException {
        if (!value.isEmpty()) {
            json.writeStringField(name, value);
        }
    }
}
