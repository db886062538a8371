package io.switchboard.rest.internal.openapi;

import io.switchboard.connector.Approval;
import io.switchboard.connector.Assurance;
import io.switchboard.connector.Audience;
import io.switchboard.connector.Effect;
import io.switchboard.connector.ErrorCode;
import io.switchboard.core.descriptor.Failure;
import io.switchboard.core.descriptor.OperationDescriptor;
import io.switchboard.core.descriptor.Text;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Knows every error that an operation can give: the hub's, by what the operation is, and those that it declares. */
final class PossibleErrors {
    private static final Set<ErrorCode> ALWAYS = EnumSet.of(
            ErrorCode.INVALID_ARGUMENTS,
            ErrorCode.FORBIDDEN,
            ErrorCode.NO_SUCH_OPERATION,
            ErrorCode.NOT_ACCEPTABLE,
            ErrorCode.UNAUTHENTICATED,
            ErrorCode.SCOPE_MISSING,
            ErrorCode.RATE_LIMITED,
            ErrorCode.INTERNAL,
            ErrorCode.BACKEND_FAILED,
            ErrorCode.BUSY,
            ErrorCode.DEADLINE_EXCEEDED,
            ErrorCode.BACKEND_UNREACHABLE,
            ErrorCode.BACKEND_REFUSED,
            ErrorCode.CONNECTOR_FAULT,
            ErrorCode.NOT_READY);

    private PossibleErrors() {}

    /** By code in the catalogue's order, those without a reason before those with one. */
    static List<Failure> of(OperationDescriptor operation) {
        Set<ErrorCode> codes = EnumSet.copyOf(ALWAYS);
        if (operation.route().hasBody()) {
            codes.addAll(List.of(ErrorCode.MALFORMED_BODY, ErrorCode.TOO_LARGE, ErrorCode.UNSUPPORTED_MEDIA_TYPE));
        }
        if (operation.audience() == Audience.CUSTOMER) {
            codes.addAll(List.of(ErrorCode.CUSTOMER_NOT_FOUND, ErrorCode.CUSTOMER_REQUIRED));
        }
        if (operation.writes()) {
            codes.addAll(List.of(ErrorCode.KEY_REUSED, ErrorCode.KEY_IN_PROGRESS, ErrorCode.OUTCOME_UNKNOWN));
        }
        if (operation.effect() == Effect.DESTRUCTIVE) {
            codes.add(ErrorCode.KEY_REQUIRED);
        }
        if (operation.assurance() != Assurance.TOKEN) {
            codes.add(ErrorCode.STEP_UP_REQUIRED);
        }
        if (operation.approval() != Approval.NONE) {
            codes.addAll(List.of(ErrorCode.APPROVAL_PENDING, ErrorCode.APPROVAL_REFUSED));
        }
        operation.failures().stream()
                .filter(failure -> failure.reason().isEmpty())
                .forEach(failure -> codes.add(failure.code()));
        return withReasons(codes, operation);
    }

    private static List<Failure> withReasons(Set<ErrorCode> codes, OperationDescriptor operation) {
        List<Failure> errors = new ArrayList<>();
        for (ErrorCode code : ErrorCode.values()) {
            if (codes.contains(code)) {
                Text wording = operation.failures().stream()
                        .filter(failure ->
                                failure.code() == code && failure.reason().isEmpty())
                        .map(Failure::wording)
                        .filter(text -> !text.isEmpty())
                        .findFirst()
                        .orElse(new Text(code.en(), code.zh()));
                errors.add(new Failure(code, "", wording));
            }
            operation.failures().stream()
                    .filter(failure ->
                            failure.code() == code && !failure.reason().isEmpty())
                    .forEach(errors::add);
        }
        return errors;
    }
}
