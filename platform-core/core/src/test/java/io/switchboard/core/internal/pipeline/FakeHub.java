package io.switchboard.core.internal.pipeline;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.switchboard.connector.Assurance;
import io.switchboard.connector.DataClass;
import io.switchboard.connector.ErrorCode;
import io.switchboard.connector.Principal;
import io.switchboard.core.audit.AuditRecord;
import io.switchboard.core.call.Arrival;
import io.switchboard.core.call.CallFailure;
import io.switchboard.core.call.CallReply;
import io.switchboard.core.call.CallRequest;
import io.switchboard.core.call.CallStatus;
import io.switchboard.core.call.Credentials;
import io.switchboard.core.call.Problem;
import io.switchboard.core.call.Quota;
import io.switchboard.core.call.StatusReply;
import io.switchboard.core.call.StatusRequest;
import io.switchboard.core.descriptor.OperationDescriptor;
import io.switchboard.core.internal.audit.AuditLog;
import io.switchboard.core.internal.audit.AuditUnavailable;
import io.switchboard.core.internal.catalogue.Admissions;
import io.switchboard.core.internal.catalogue.ConnectorRegistry;
import io.switchboard.core.security.Authenticator;
import io.switchboard.core.security.Authoriser;
import io.switchboard.core.security.Caller;
import io.switchboard.core.security.MaskingPolicy;
import io.switchboard.core.security.MaskingProfile;
import io.switchboard.core.security.MaskingProfile.Treatment;
import io.switchboard.core.value.JsonOutput;
import io.switchboard.core.value.ValueOutput;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;

/** The real registry and pipeline around a connector, with hand-written fakes for what is outside of core. */
final class FakeHub implements AutoCloseable {
    static final ObjectMapper JSON = new ObjectMapper();

    final Loyalty loyalty = new Loyalty();
    final MemoryClaims claims = new MemoryClaims();
    final MemoryHandles handles = new MemoryHandles();
    final List<CallEnd> ends = new CopyOnWriteArrayList<>();
    final List<AuditRecord> audit = new CopyOnWriteArrayList<>();
    final Admissions admissions = new Admissions();
    volatile long skew;
    final ConnectorRegistry registry = new ConnectorRegistry(
            new ConnectorRegistry.Bounds(4, Quarantine.Bounds.OFF), admissions, () -> System.nanoTime() + skew);
    final Pipeline pipeline;
    volatile boolean auditFull;
    volatile int auditFailsAfter = Integer.MAX_VALUE;
    volatile boolean secured = true;
    volatile Treatment phone = Treatment.PARTIAL;

    FakeHub() {
        this(10_000);
    }

    FakeHub(int callsPerSecond) {
        this(new RateBounds(callsPerSecond, 0, 0, List.of()));
    }

    FakeHub(RateBounds rates) {
        registry.arrive(loyalty, loyalty, new ConnectorRegistry.Origin("test", "1.0.0", 1, false));
        pipeline = new Pipeline(
                new Pipeline.Parts(
                        registry,
                        new FakeGuards(),
                        () -> Optional.of(claims),
                        () -> Optional.of(handles),
                        new FakeSeal(),
                        new FakeAudit(),
                        ends::add,
                        "test"),
                new Pipeline.Bounds(rates, 16));
    }

    /** How a call ended. */
    record Ended(Optional<JsonNode> result, Optional<Problem> problem, boolean replayed, Optional<Quota> nearest) {
        Quota quota() {
            return nearest.orElseThrow();
        }

        ErrorCode code() {
            return problem.orElseThrow(() -> new AssertionError("it succeeded with " + result))
                    .code();
        }

        JsonNode json() {
            return result.orElseThrow(() -> new AssertionError("it failed with " + problem));
        }
    }

    /** A call in the making. */
    final class Asking {
        private final String operation;
        private String arguments = "{}";
        private Optional<String> token = Optional.of("staff");
        private Optional<String> key = Optional.empty();
        private Optional<String> traceparent = Optional.empty();
        private Optional<Duration> timeout = Optional.empty();
        private Optional<String> conversation = Optional.empty();

        Asking(String operation) {
            this.operation = operation;
        }

        Asking with(String json) {
            arguments = json.replace('\'', '"');
            return this;
        }

        /** As {@code staff}, {@code bot} or {@code bound:C-1}. */
        Asking as(String who) {
            token = Optional.of(who);
            return this;
        }

        Asking anonymous() {
            token = Optional.empty();
            return this;
        }

        Asking key(String value) {
            key = Optional.of(value);
            return this;
        }

        Asking traceparent(String value) {
            traceparent = Optional.of(value);
            return this;
        }

        Asking in(String value) {
            conversation = Optional.of(value);
            return this;
        }

        Asking timeout(Duration value) {
            timeout = Optional.of(value);
            return this;
        }

        Ended call() {
            Reply reply = new Reply();
            pipeline.call(request(), reply);
            return reply.ended.join();
        }

        /** Calls from a thread of its own; completes when the answer is there, whatever the thread still does. */
        CompletableFuture<Ended> begin() {
            Reply reply = new Reply();
            new Thread(() -> pipeline.call(request(), reply)).start();
            return reply.ended;
        }

        private CallRequest request() {
            Arrival arrival = new Arrival(
                    "test", token.map(each -> new Credentials("bearer", each)), traceparent, Locale.ENGLISH, "");
            return new CallRequest(arrival, operation, () -> parse(arguments), key, conversation, timeout);
        }
    }

    Asking ask(String operation) {
        return new Asking("loyalty.v1." + operation);
    }

    Asking askAnywhere(String operation) {
        return new Asking(operation);
    }

    /** Asks what came of a call. */
    String status(String callId, String who) {
        CompletableFuture<String> answer = new CompletableFuture<>();
        Arrival arrival =
                new Arrival("test", Optional.of(new Credentials("bearer", who)), Optional.empty(), Locale.ENGLISH, "");
        pipeline.status(new StatusRequest(arrival, callId), new StatusReply() {
            private final Buffer buffer = new Buffer();

            @Override
            public ValueOutput result(OperationDescriptor operation) {
                return buffer.open();
            }

            @Override
            public void found(CallStatus status) {
                answer.complete(status.state() + buffer.text());
            }

            @Override
            public void failed(Problem problem) {
                answer.complete(problem.code().name());
            }
        });
        return answer.join();
    }

    private static ObjectNode parse(String json) throws CallFailure {
        try {
            return (ObjectNode) JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw CallFailure.of(ErrorCode.MALFORMED_BODY);
        }
    }

    private static final class Buffer {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private Optional<JsonOutput> out = Optional.empty();

        ValueOutput open() {
            out = Optional.of(new JsonOutput(bytes));
            return out.get();
        }

        String text() {
            out.ifPresent(JsonOutput::close);
            return bytes.toString(StandardCharsets.UTF_8);
        }
    }

    private static final class Reply implements CallReply {
        final CompletableFuture<Ended> ended = new CompletableFuture<>();
        private final Buffer buffer = new Buffer();
        private volatile Optional<Quota> quota = Optional.empty();

        @Override
        public ValueOutput result(OperationDescriptor operation) {
            return buffer.open();
        }

        @Override
        public void quota(Quota nearest) {
            quota = Optional.of(nearest);
        }

        @Override
        public void done(Done done) {
            try {
                String text = buffer.text();
                Optional<JsonNode> json = text.isEmpty() ? Optional.empty() : Optional.of(JSON.readTree(text));
                once(new Ended(json, Optional.empty(), done.replayed(), quota));
            } catch (JsonProcessingException e) {
                ended.completeExceptionally(e);
            }
        }

        @Override
        public void failed(Problem problem) {
            once(new Ended(Optional.empty(), Optional.of(problem), problem.replayed(), quota));
        }

        private void once(Ended value) {
            if (!ended.complete(value)) {
                throw new AssertionError("answered twice: " + value);
            }
        }
    }

    private final class FakeAudit implements AuditLog {
        @Override
        public void append(AuditRecord entry, boolean durable) throws AuditUnavailable {
            if (auditFull || audit.size() >= auditFailsAfter) {
                throw new AuditUnavailable("full");
            }
            audit.add(entry);
        }

        @Override
        public boolean healthy() {
            return !auditFull;
        }
    }

    private static final class FakeSeal implements CursorSeal {
        @Override
        public String seal(String context, String text) {
            return encode(context + "\n" + text);
        }

        @Override
        public Optional<String> open(String context, String sealed) {
            String[] parts = new String(Base64.getUrlDecoder().decode(sealed), StandardCharsets.UTF_8).split("\n", -1);
            return parts[0].equals(context) ? Optional.of(parts[1]) : Optional.empty();
        }

        private static String encode(String text) {
            return Base64.getUrlEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
        }
    }

    private final class FakeGuards implements Guards, Authenticator, Authoriser, MaskingPolicy {
        @Override
        public Optional<Authenticator> authenticator() {
            return secured ? Optional.of(this) : Optional.empty();
        }

        @Override
        public Optional<Authoriser> authoriser() {
            return secured ? Optional.of(this) : Optional.empty();
        }

        @Override
        public Optional<MaskingPolicy> maskingPolicy() {
            return secured ? Optional.of(this) : Optional.empty();
        }

        @Override
        public Caller authenticate(Credentials credentials) throws CallFailure {
            String token = credentials.token();
            if (token.equals("forged")) {
                throw CallFailure.of(ErrorCode.UNAUTHENTICATED);
            }
            Optional<String> bound = token.startsWith("bound:") ? Optional.of(token.substring(6)) : Optional.empty();
            Set<String> scopes = token.equals("reader")
                    ? Set.of("loyalty.read", "loyalty.staff")
                    : Set.of(
                            "loyalty.read",
                            "loyalty.staff",
                            "loyalty.write",
                            "edition.read",
                            "orders.read",
                            "rogue.act");
            return new Caller(
                    Principal.builder(token, Principal.Kind.ASSIST).build(),
                    Set.of(),
                    scopes,
                    bound,
                    Optional.empty(),
                    Assurance.TOKEN,
                    "token",
                    Instant.MAX);
        }

        @Override
        public void authorise(Caller caller, OperationDescriptor operation) throws CallFailure {
            if (!caller.scopes().contains(operation.scope())) {
                throw CallFailure.of(ErrorCode.SCOPE_MISSING);
            }
        }

        @Override
        public MaskingProfile profile(Caller caller) {
            return new MaskingProfile(Map.of(DataClass.PHONE, phone));
        }
    }

    @Override
    public void close() {
        pipeline.close();
    }
}
