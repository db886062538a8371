package io.switchboard.core.internal.pipeline;

import io.switchboard.connector.Effect;
import io.switchboard.connector.ErrorCategory;
import io.switchboard.connector.ErrorCode;
import io.switchboard.connector.Repeat;
import io.switchboard.core.call.ArgumentFault;
import io.switchboard.core.call.CallFailure;
import io.switchboard.core.descriptor.OperationDescriptor;
import io.switchboard.core.descriptor.Text;
import io.switchboard.core.internal.audit.AuditLog;
import io.switchboard.core.internal.bind.IllegalResultException;
import io.switchboard.core.internal.once.Act;
import io.switchboard.core.internal.once.Claim;
import io.switchboard.core.internal.once.Claims;
import io.switchboard.core.internal.once.ClaimsUnavailable;
import io.switchboard.core.internal.once.Outcome;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sees to it that a write is executed once: claims it before it runs, answers a repeated one from the record, settles it after. */
final class ClaimKey implements Step {
    private static final Logger LOG = LoggerFactory.getLogger(ClaimKey.class);
    private static final int LONGEST_KEY = 255;
    private static final Text KEY_EXPECTED = new Text("1 to 255 visible ASCII characters.", "应为 1 到 255 个可见 ASCII 字符。");

    private final Supplier<Optional<Claims>> claims;
    private final AuditLog audit;

    ClaimKey(Supplier<Optional<Claims>> claims, AuditLog audit) {
        this.claims = claims;
        this.audit = audit;
    }

    @Override
    public void before(Call call) throws CallFailure {
        if (!call.operation().writes()) {
            return;
        }
        if (!audit.healthy()) {
            throw busy("The audit cannot be written, so no write is begun.", "审计日志不可写，暂不执行写操作。");
        }
        String arguments = arguments(call);
        String fingerprint = Digests.sha256(arguments);
        String identity = identity(call, fingerprint);
        call.correlationId(Digests.sha256("correlation", identity).substring(0, 32));
        Act act = new Act(
                identity,
                fingerprint,
                call.callId(),
                call.correlationId(),
                call.caller().name(),
                call.customer().orElse(""),
                call.operation().name(),
                call.operation().probed() ? arguments : "");
        Claims register = claims.get().orElseThrow(ClaimKey::noStore);
        try {
            claim(call, act, register);
        } catch (ClaimsUnavailable e) {
            LOG.error("the register of writes is not available: {}", new BareTrace(e));
            throw noStore();
        }
    }

    private void claim(Call call, Act act, Claims register) throws CallFailure, ClaimsUnavailable {
        Claim claim = register.take(act);
        if (claim instanceof Claim.Taken) {
            call.claimed(true);
        } else if (claim instanceof Claim.Settled settled) {
            call.outcomeOf(settled.callId());
            Replay.of(call, settled.outcome());
        } else if (claim instanceof Claim.Unknown begun) {
            UnknownOutcome.resolve(call, act, begun.callId(), register);
        } else if (claim instanceof Claim.Running running) {
            call.outcomeOf(running.callId());
            throw CallFailure.of(
                    ErrorCode.KEY_IN_PROGRESS,
                    "Another call with this key is under way; ask what came of it by the callId given here.",
                    "使用同一标识的调用正在处理中；可用此处的 callId 查询结果。");
        } else {
            throw CallFailure.of(
                    ErrorCode.KEY_REUSED,
                    "This idempotency key came before with other arguments; use a new key for a new request.",
                    "该幂等标识曾用于其他参数；新的请求请使用新的标识。");
        }
    }

    private static String identity(Call call, String fingerprint) throws CallFailure {
        OperationDescriptor operation = call.operation();
        Optional<String> key = call.request().idempotencyKey();
        if (key.isPresent()) {
            checkKey(key.get());
            return identity(call, "key", key.get());
        }
        if (operation.effect() == Effect.DESTRUCTIVE) {
            throw CallFailure.of(
                    ErrorCode.KEY_REQUIRED,
                    "This operation cannot be taken back; send an Idempotency-Key header, the same one if you try again.",
                    "该操作不可撤销；请携带 Idempotency-Key 请求头，重试时使用相同的值。");
        }
        return operation.repeat() == Repeat.SAME
                ? identity(call, "arguments", fingerprint)
                : identity(call, "call", call.callId());
    }

    private static String identity(Call call, String kind, String key) {
        return Digests.sha256(
                call.caller().name(),
                call.customer().orElse(""),
                call.operation().name(),
                kind,
                key);
    }

    private static void checkKey(String key) throws CallFailure {
        boolean good =
                !key.isEmpty() && key.length() <= LONGEST_KEY && key.chars().allMatch(c -> c > 0x20 && c < 0x7f);
        if (!good) {
            throw CallFailure.ofArguments(List.of(new ArgumentFault("Idempotency-Key", "format", KEY_EXPECTED)));
        }
    }

    private static String arguments(Call call) throws CallFailure {
        Object input = call.input();
        try {
            return input == null ? "" : Json.wholeArguments(call.target().operation(), input);
        } catch (IllegalResultException e) {
            throw ConnectorFailures.of(call, e);
        }
    }

    @Override
    public void after(Call call, @Nullable CallFailure failure) {
        if (!call.claimed()) {
            return;
        }
        try {
            settle(call, claims.get().orElseThrow(ClaimKey::noStore));
        } catch (ClaimsUnavailable | CallFailure | RuntimeException e) {
            // The act is done and its answer is true; a repeated call finds it open, and asks the probe.
            LOG.error("call {} could not be settled: {}", call.callId(), new BareTrace(e));
        }
    }

    private static void settle(Call call, Claims register) throws ClaimsUnavailable {
        CallFailure thrown = call.thrown();
        if (call.ran() == Call.Ran.NOT_YET) {
            register.release(call.callId());
        } else if (call.ran() == Call.Ran.RETURNED) {
            register.settle(call.callId(), returned(call));
        } else if (thrown == null) {
            register.settle(call.callId(), new Outcome.Unknown());
        } else if (thrown.code().category() == ErrorCategory.BUSINESS) {
            List<String> members =
                    thrown.faults().stream().map(ArgumentFault::path).toList();
            register.settle(call.callId(), new Outcome.Failed(thrown.code(), thrown.reason(), members));
        } else if (thrown.code().unchanged() && !call.expired()) {
            register.release(call.callId());
        } else {
            // Whoever was told at the deadline that the outcome is unknown is to find it so: what a connector says once
            // it was
            // interrupted may well be the interrupt's doing.
            register.settle(call.callId(), new Outcome.Unknown());
        }
    }

    private static Outcome returned(Call call) {
        try {
            return new Outcome.Done(Json.wholeResult(call.target().operation(), call.result()));
        } catch (IllegalResultException | RuntimeException | Error e) {
            // It took place, but what it gave is no answer; the probe may know better.
            return new Outcome.Unknown();
        }
    }

    private static CallFailure noStore() {
        return busy("The store cannot be reached, so no write is begun.", "存储不可用，暂不执行写操作。");
    }

    private static CallFailure busy(String en, String zh) {
        return CallFailure.of(ErrorCode.BUSY, en, zh).retryAfter(Duration.ofSeconds(2));
    }
}
