package io.switchboard.rest.internal.answer;

import io.switchboard.connector.ErrorCode;
import io.switchboard.core.call.ArgumentFault;
import io.switchboard.core.call.Problem;
import io.switchboard.core.descriptor.Text;
import io.switchboard.core.value.ValueOutput;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** Writes a problem as RFC 9457 has it, in one language. */
public final class ProblemBody {
    private ProblemBody() {}

    /** Writes it as a record. */
    public static void write(Problem problem, Locale locale, ValueOutput out) {
        ErrorCode code = problem.code();
        out.startRecord();
        text(out, "type", type(code));
        text(out, "title", title(code, locale));
        out.name("status");
        out.number(code.httpStatus());
        String detail = problem.detail().in(locale);
        if (!detail.isEmpty()) {
            text(out, "detail", detail);
        }
        out.name("code");
        out.number(code.number());
        text(out, "advice", code.advice().name());
        if (!problem.reason().isEmpty()) {
            text(out, "reason", problem.reason());
        }
        text(out, "message", problem.wording().in(locale));
        if (!problem.operation().isEmpty()) {
            text(out, "operation", problem.operation());
        }
        text(out, "callId", problem.callId());
        text(out, "traceId", problem.traceId());
        if (problem.retryAfter().isPresent()) {
            out.name("retryAfterMs");
            out.number(millis(problem.retryAfter().get()));
        }
        errors(problem.faults(), locale, out);
        out.endRecord();
    }

    /** The address of a code in the catalogue, which is the problem's type. */
    public static String type(ErrorCode code) {
        return "/api/errors#" + code.number();
    }

    /** A code for people: {@code Customer not found}. */
    public static String title(ErrorCode code, Locale locale) {
        if (locale.getLanguage().equals("zh")) {
            return code.zh();
        }
        String words = code.name().replace('_', ' ').toLowerCase(Locale.ROOT);
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    private static void errors(List<ArgumentFault> faults, Locale locale, ValueOutput out) {
        if (faults.isEmpty()) {
            return;
        }
        out.name("errors");
        out.startList();
        for (ArgumentFault fault : faults) {
            out.startRecord();
            text(out, "member", fault.path());
            text(out, "fault", fault.fault());
            Text expected = fault.expected();
            if (!expected.isEmpty()) {
                text(out, "expected", expected.in(locale));
            }
            out.endRecord();
        }
        out.endList();
    }

    private static int millis(Duration wait) {
        return (int) Math.min(Integer.MAX_VALUE, Math.max(0, wait.toMillis()));
    }

    private static void text(ValueOutput out, String name, String value) {
        out.name(name);
        out.text(value);
    }
}
