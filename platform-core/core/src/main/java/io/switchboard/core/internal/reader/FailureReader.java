package io.switchboard.core.internal.reader;

import io.switchboard.connector.Fails;
import io.switchboard.core.descriptor.Failure;
import io.switchboard.core.descriptor.Text;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads the ways in which an operation declares to fail. */
final class FailureReader {
    private FailureReader() {}

    static List<Failure> read(Method method, Mistakes mistakes) {
        String place = Places.of(method);
        List<Failure> failures = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (Fails fails : method.getAnnotationsByType(Fails.class)) {
            String name = "@Fails " + fails.code() + (fails.reason().isEmpty() ? "" : " \"" + fails.reason() + "\"");
            if (!fails.code().raisable()) {
                mistakes.add(place, name + ": that code is the hub's alone");
            }
            if (!fails.reason().isEmpty() && !fails.reason().matches("[a-z][a-z0-9-]{0,39}")) {
                mistakes.add(place, name + ": a reason is [a-z][a-z0-9-]*, at most 40 characters");
            }
            if (fails.en().isBlank() != fails.zh().isBlank()) {
                mistakes.add(place, name + ": give the wording in both languages, or in neither");
            }
            if ((fails.en() + fails.zh()).matches("(?s).*[{}].*")) {
                mistakes.add(place, name + ": { and } in a wording are reserved; leave them out");
            }
            if (!seen.add(fails.code() + "/" + fails.reason())) {
                mistakes.add(place, name + " is declared twice");
            }
            Text wording = fails.en().isBlank()
                    ? new Text(fails.code().en(), fails.code().zh())
                    : new Text(fails.en(), fails.zh());
            failures.add(new Failure(fails.code(), fails.reason(), wording));
        }
        return failures;
    }
}
