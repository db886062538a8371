package io.switchboard.security.internal.access;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.switchboard.connector.Approval;
import io.switchboard.connector.Assurance;
import io.switchboard.connector.Audience;
import io.switchboard.connector.Effect;
import io.switchboard.connector.ErrorCategory;
import io.switchboard.connector.ErrorCode;
import io.switchboard.connector.Principal;
import io.switchboard.connector.Principal.Kind;
import io.switchboard.connector.Repeat;
import io.switchboard.core.call.CallFailure;
import io.switchboard.core.descriptor.OperationDescriptor;
import io.switchboard.core.descriptor.Result;
import io.switchboard.core.descriptor.Route;
import io.switchboard.core.descriptor.Text;
import io.switchboard.core.descriptor.ValueType;
import io.switchboard.core.security.Caller;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ScopeAuthoriserTest {
    private final ScopeAuthoriser authoriser = new ScopeAuthoriser();

    @Test
    void theScopeOrAPatternOfItLetsThrough() {
        OperationDescriptor operation = operation(Audience.PUBLIC, Assurance.TOKEN);
        for (String scope : List.of("crm.read", "crm.*", "*")) {
            assertDoesNotThrow(() -> authoriser.authorise(caller(Kind.AUTONOMOUS, false, scope), operation));
        }
        for (String scope : List.of("crm.write", "ticket.*", "crm.rea", "crm.", "crm")) {
            refused(ErrorCode.SCOPE_MISSING, caller(Kind.ASSIST, false, scope), operation);
        }
        refused(ErrorCode.SCOPE_MISSING, caller(Kind.ASSIST, false), operation);
    }

    @Test
    void theScopeIsAskedForFirst() {
        refused(
                ErrorCode.SCOPE_MISSING,
                caller(Kind.AUTONOMOUS, true),
                operation(Audience.STAFF, Assurance.STEPPED_UP));
    }

    @Test
    void aBoundTokenDoesNothingOfStaff() {
        OperationDescriptor operation = operation(Audience.STAFF, Assurance.TOKEN);
        refused(ErrorCode.FORBIDDEN, caller(Kind.ASSIST, true, "*"), operation);
        refused(ErrorCode.FORBIDDEN, caller(Kind.AUTONOMOUS, true, "*"), operation);
        assertDoesNotThrow(() -> authoriser.authorise(caller(Kind.ASSIST, false, "*"), operation));
    }

    @Test
    void anAutonomousClientNeedsABoundTokenForCustomers() {
        OperationDescriptor operation = operation(Audience.CUSTOMER, Assurance.TOKEN);
        refused(ErrorCode.CUSTOMER_REQUIRED, caller(Kind.AUTONOMOUS, false, "*"), operation);
        assertDoesNotThrow(() -> authoriser.authorise(caller(Kind.AUTONOMOUS, true, "*"), operation));
        assertDoesNotThrow(() -> authoriser.authorise(caller(Kind.ASSIST, false, "*"), operation));
    }

    @Test
    void tooLittleAssuranceAsksForMore() {
        refused(
                ErrorCode.STEP_UP_REQUIRED,
                caller(Kind.ASSIST, true, "*"),
                operation(Audience.CUSTOMER, Assurance.SIGNED_IN));
        assertFalse(
                authoriser.permits(caller(Kind.ASSIST, true, "*"), operation(Audience.CUSTOMER, Assurance.STEPPED_UP)));
    }

    private void refused(ErrorCode code, Caller caller, OperationDescriptor operation) {
        CallFailure failure = assertThrows(CallFailure.class, () -> authoriser.authorise(caller, operation));
        assertEquals(code, failure.code());
        assertEquals(ErrorCategory.ACCESS, failure.code().category());
        assertFalse(failure.detail().en().isEmpty() || failure.detail().zh().isEmpty());
    }

    private static Caller caller(Kind kind, boolean bound, String... scopes) {
        return new Caller(
                Principal.builder("bot", kind).build(),
                Set.of(),
                Set.of(scopes),
                bound ? Optional.of("c-1") : Optional.empty(),
                Optional.empty(),
                Assurance.TOKEN,
                "t1",
                Instant.MAX);
    }

    private static OperationDescriptor operation(Audience audience, Assurance assurance) {
        return new OperationDescriptor(
                "crm",
                1,
                "customer.get",
                new Route("GET", List.of()),
                Effect.READ,
                audience,
                "crm.read",
                Duration.ofSeconds(1),
                Repeat.DISTINCT,
                true,
                false,
                assurance,
                Approval.NONE,
                "",
                "",
                Text.NONE,
                List.of(),
                new ValueType.RecordType("x", Text.NONE, List.of()),
                new Result.None());
    }
}
