package io.switchboard.core.contract;

import io.switchboard.connector.Approval;
import io.switchboard.connector.Assurance;
import io.switchboard.connector.Repeat;
import io.switchboard.core.descriptor.ConnectorDescriptor;
import io.switchboard.core.descriptor.Failure;
import io.switchboard.core.descriptor.Member;
import io.switchboard.core.descriptor.OperationDescriptor;
import io.switchboard.core.descriptor.Result;
import io.switchboard.core.descriptor.Text;
import io.switchboard.core.descriptor.ValueType;
import io.switchboard.core.descriptor.ValueType.EnumType;
import io.switchboard.core.descriptor.ValueType.ListType;
import io.switchboard.core.descriptor.ValueType.MapType;
import io.switchboard.core.descriptor.ValueType.RecordType;
import io.switchboard.core.descriptor.ValueType.TextType;

/** Writes a descriptor as lines: what belongs to a thing is indented below it, and what is said of it begins with {@code @}. */
final class ContractWriter {
    static final String FORMAT = "switchboard-contract 1";

    private final StringBuilder lines = new StringBuilder(4096);
    private int depth;

    private ContractWriter() {}

    static String write(ConnectorDescriptor connector) {
        ContractWriter writer = new ContractWriter();
        writer.line(FORMAT);
        writer.line("connector " + connector.name());
        writer.depth++;
        writer.say("title-en", connector.title().en());
        writer.say("title-zh", connector.title().zh());
        writer.say("", connector.description());
        writer.depth--;
        connector.operations().forEach(writer::operation);
        return writer.lines.toString();
    }

    private void operation(OperationDescriptor operation) {
        lines.append('\n');
        line("operation " + operation.id());
        depth++;
        say("http", operation.route().method() + " " + operation.route().template());
        say("effect", operation.effect().name());
        say("audience", operation.audience().name());
        say("scope", operation.scope());
        say("deadline", operation.deadline().toString());
        sayUnless(Repeat.DISTINCT, "repeat", operation.repeat());
        sayUnless(false, "idempotent", operation.idempotent());
        sayUnless(false, "probe", operation.probed());
        sayUnless(Assurance.TOKEN, "assurance", operation.assurance());
        sayUnless(Approval.NONE, "approval", operation.approval());
        say("since", operation.since());
        say("deprecated", operation.deprecated());
        say("", operation.description());
        operation.failures().forEach(this::failure);
        line("input");
        record(operation.input());
        result(operation.result());
        depth--;
    }

    private void failure(Failure failure) {
        line("fails " + failure.code().name() + (failure.reason().isEmpty() ? "" : " " + failure.reason()));
        depth++;
        say("", failure.wording());
        depth--;
    }

    private void result(Result result) {
        if (result instanceof Result.One one) {
            line("output record");
            record(one.type());
        } else if (result instanceof Result.Paged paged) {
            line("output page");
            record(paged.row());
        } else {
            line("output none");
        }
    }

    private void record(RecordType record) {
        depth++;
        within(record);
        depth--;
    }

    private void member(Member member) {
        StringBuilder words = new StringBuilder(member.name()).append(": ");
        words.append(member.optional() ? "optional " : "").append(TypeWords.of(member.type()));
        member.sensitive().ifPresent(kind -> words.append(" sensitive ").append(kind));
        words.append(member.untrusted() ? " untrusted" : "");
        words.append(member.customerId() ? " customer" : "");
        words.append(member.owner() ? " owner" : "");
        line(words.toString());
        depth++;
        say("", member.description());
        say("example", member.example());
        within(member.type());
        depth--;
    }

    private void within(ValueType type) {
        if (type instanceof ListType list) {
            within(list.element());
        } else if (type instanceof MapType map) {
            within(map.value());
        } else if (type instanceof TextType text) {
            say("matches", text.pattern());
        } else if (type instanceof EnumType enumeration) {
            say("schema", enumeration.schemaName());
            enumeration.constants().forEach(this::constant);
        } else if (type instanceof RecordType record) {
            say("schema", record.schemaName());
            say("type-", record.description());
            record.members().forEach(this::member);
        }
    }

    private void constant(ValueType.Constant constant) {
        line("- " + constant.name());
        depth++;
        say("", constant.description());
        depth--;
    }

    private void say(String prefix, Text text) {
        say(prefix + "en", text.en());
        say(prefix + "zh", text.zh());
    }

    private void sayUnless(Object usual, String key, Object value) {
        if (!value.equals(usual)) {
            say(key, value.toString());
        }
    }

    private void say(String key, String value) {
        if (!value.isEmpty()) {
            line("@" + key + " " + Escapes.escape(value));
        }
    }

    private void line(String text) {
        lines.append("  ".repeat(depth)).append(text).append('\n');
    }
}
