package io.switchboard.core.internal.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.switchboard.connector.Audience;
import io.switchboard.connector.ErrorCode;
import io.switchboard.core.access.Access;
import io.switchboard.core.access.AccessReply;
import io.switchboard.core.access.AccessRequest;
import io.switchboard.core.audit.AuditRecord;
import io.switchboard.core.call.Arrival;
import io.switchboard.core.call.CallFailure;
import io.switchboard.core.call.Credentials;
import io.switchboard.core.call.Problem;
import io.switchboard.core.call.Quota;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AccessTest {
    private static final String NAME = "ext.loyalty.card";

    private final FakeHub hub =
            new FakeHub(new RateBounds(10_000, 0, 0, List.of(new OperationLimit(NAME, 2, Duration.ofHours(1)))));

    /** What came of asking. */
    private static final class Asked implements AccessReply {
        Optional<Access> access = Optional.empty();
        Optional<ErrorCode> code = Optional.empty();
        Optional<Quota> quota = Optional.empty();

        @Override
        public void quota(Quota nearest) {
            quota = Optional.of(nearest);
        }

        @Override
        public void admitted(Access admitted) {
            access = Optional.of(admitted);
        }

        @Override
        public void refused(Problem problem) {
            code = Optional.of(problem.code());
        }
    }

    private Asked ask(String token, String scope, Audience audience) {
        Asked asked = new Asked();
        Optional<Credentials> credentials =
                token.isEmpty() ? Optional.empty() : Optional.of(new Credentials("bearer", token));
        Arrival arrival = new Arrival("http", credentials, Optional.empty(), Locale.ENGLISH, "");
        hub.pipeline.accesses().enter(new AccessRequest(arrival, NAME, scope, audience, "{\"method\":\"GET\"}"), asked);
        return asked;
    }

    private AuditRecord only() {
        assertEquals(1, hub.audit.size());
        return hub.audit.get(0);
    }

    @AfterEach
    void close() {
        hub.close();
    }

    @Test
    void whoeverIsLetInIsInTheAuditWhenItEndsAndOnce() {
        Access access =
                ask("bound:C-1", "loyalty.read", Audience.CUSTOMER).access.orElseThrow();
        assertEquals(List.of(), hub.audit);
        assertEquals(Optional.of("C-1"), access.caller().boundCustomer());
        access.done();
        access.failed(CallFailure.of(ErrorCode.CONNECTOR_FAULT));
        AuditRecord record = only();
        assertEquals(NAME, record.operation());
        assertEquals("bound:C-1", record.principal());
        assertEquals("C-1", record.customer());
        assertEquals("{\"method\":\"GET\"}", record.arguments());
        assertEquals(0, record.code());
        assertEquals(access.callId(), record.callId());
        assertEquals(NAME, hub.ends.get(0).operation());
    }

    @Test
    void howItFailedIsToldAndRecorded() {
        Access access = ask("staff", "loyalty.read", Audience.STAFF).access.orElseThrow();
        Problem problem = access.failed(CallFailure.of(ErrorCode.CONNECTOR_FAULT));
        assertEquals(access.callId(), problem.callId());
        assertEquals(5007, only().code());
    }

    @Test
    void nobodyComesInWithoutTokenScopeOrCustomer() {
        assertEquals(Optional.of(ErrorCode.UNAUTHENTICATED), ask("", "loyalty.read", Audience.PUBLIC).code);
        assertEquals(Optional.of(ErrorCode.UNAUTHENTICATED), ask("forged", "loyalty.read", Audience.PUBLIC).code);
        assertEquals(Optional.of(ErrorCode.SCOPE_MISSING), ask("reader", "loyalty.write", Audience.STAFF).code);
        assertEquals(Optional.of(ErrorCode.CUSTOMER_REQUIRED), ask("staff", "loyalty.read", Audience.CUSTOMER).code);
        assertEquals(
                List.of(4011, 4011, 4016, 4014),
                hub.audit.stream().map(AuditRecord::code).toList());
    }

    @Test
    void nobodyComesInWithoutSecurityOrAudit() {
        hub.auditFull = true;
        assertEquals(Optional.of(ErrorCode.BUSY), ask("staff", "loyalty.read", Audience.STAFF).code);
        hub.auditFull = false;
        hub.secured = false;
        assertEquals(Optional.of(ErrorCode.NOT_READY), ask("staff", "loyalty.read", Audience.STAFF).code);
    }

    @Test
    void whatGoesOnForLongIsLookedAtAgain() throws CallFailure {
        Access access = ask("staff", "loyalty.read", Audience.STAFF).access.orElseThrow();
        assertEquals("staff", access.again().principal().id());
        hub.secured = false;
        assertEquals(
                ErrorCode.NOT_READY,
                assertThrows(CallFailure.class, access::again).code());
    }

    @Test
    void limitsOfOperationsHoldForItToo() {
        Asked first = ask("staff", "loyalty.read", Audience.STAFF);
        assertEquals(Optional.of(new Quota(NAME, 2, 3600, 1, 1800)), first.quota);
        assertTrue(ask("staff", "loyalty.read", Audience.STAFF).access.isPresent());
        assertEquals(Optional.of(ErrorCode.RATE_LIMITED), ask("staff", "loyalty.read", Audience.STAFF).code);
        assertTrue(ask("reader", "loyalty.read", Audience.STAFF).access.isPresent());
    }
}
