package io.switchboard.core.internal.once;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.switchboard.connector.ErrorCode;
import io.switchboard.core.internal.once.ClaimRow.State;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Outcomes as the register keeps them: sealed for their act, so that one cannot be put in another's place. */
final class SealedOutcomes {
    private static final Logger LOG = LoggerFactory.getLogger(SealedOutcomes.class);

    /** H2 keeps at most 1 MiB in a binary column. */
    private static final int MAX_KEPT = 1_000_000;

    private static final int WORTH_DEFLATING = 16 * 1024;
    private static final byte PLAIN = 0;
    private static final byte DEFLATED = 1;
    private static final String SEPARATOR = "\u0000";

    private final Seal seal;

    SealedOutcomes(Seal seal) {
        this.seal = seal;
    }

    static State state(Outcome outcome) {
        if (outcome instanceof Outcome.Done) {
            return State.DONE;
        }
        return outcome instanceof Outcome.Failed ? State.FAILED : State.UNKNOWN;
    }

    byte[] seal(String identity, Outcome outcome) {
        String text = "";
        if (outcome instanceof Outcome.Done done) {
            text = done.result();
        } else if (outcome instanceof Outcome.Failed failed) {
            // An earlier version kept one member, which may be empty.
            text = String.join(
                    SEPARATOR, failed.code().name(), failed.reason(), String.join(SEPARATOR, failed.members()));
        }
        byte[] packed = packed(text);
        if (packed.length > MAX_KEPT) {
            // That it took place matters more than what it gave.
            LOG.warn("A result of {} characters is too large to be kept; a replay will give none", text.length());
            packed = packed("");
        }
        return seal.sealBytes(context(identity, state(outcome)), packed);
    }

    /** The arguments of an act; null where there are none, or more than is kept. */
    byte @Nullable [] sealArguments(Act act) {
        byte[] packed = packed(act.arguments());
        return act.arguments().isEmpty() || packed.length > MAX_KEPT
                ? null
                : seal.sealBytes(argumentsContext(act.identity()), packed);
    }

    /** The arguments that are kept of a row's act; empty where there are none. */
    String openArguments(ClaimRow row) throws ClaimsUnavailable {
        return row.arguments().isEmpty()
                ? ""
                : unpacked(row, argumentsContext(row.act().identity()), row.arguments());
    }

    private static String argumentsContext(String identity) {
        return "ARGUMENTS:" + identity;
    }

    /** What came of the act of a row, as far as it is recorded. */
    Optional<Outcome> open(ClaimRow row) throws ClaimsUnavailable {
        return switch (row.state()) {
            case RUNNING -> Optional.empty();
            case UNKNOWN -> Optional.of(new Outcome.Unknown());
            case DONE -> Optional.of(new Outcome.Done(text(row)));
            case FAILED -> Optional.of(failed(text(row)));
        };
    }

    private static Outcome failed(String text) throws ClaimsUnavailable {
        String[] parts = text.split(SEPARATOR, -1);
        try {
            List<String> members = Arrays.stream(parts)
                    .skip(2)
                    .filter(member -> !member.isEmpty())
                    .toList();
            return new Outcome.Failed(ErrorCode.valueOf(parts[0]), parts[1], members);
        } catch (IllegalArgumentException e) {
            throw new ClaimsUnavailable("An outcome has a code that this version does not know", e);
        }
    }

    private String text(ClaimRow row) throws ClaimsUnavailable {
        return unpacked(row, context(row.act().identity(), row.state()), row.outcome());
    }

    private String unpacked(ClaimRow row, String context, Optional<byte[]> sealedBytes) throws ClaimsUnavailable {
        byte[] packed = sealedBytes
                .flatMap(kept -> seal.openBytes(context, kept))
                .orElseThrow(() -> new ClaimsUnavailable(
                        "What is kept of call " + row.act().callId() + " was altered, or sealed with another key"));
        if (packed[0] == PLAIN) {
            return new String(packed, 1, packed.length - 1, UTF_8);
        }
        try (InflaterInputStream in = new InflaterInputStream(new ByteArrayInputStream(packed, 1, packed.length - 1))) {
            return new String(in.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new ClaimsUnavailable("What is kept of call " + row.act().callId() + " cannot be read", e);
        }
    }

    private static byte[] packed(String text) {
        byte[] bytes = text.getBytes(UTF_8);
        ByteArrayOutputStream packed = new ByteArrayOutputStream(Math.min(bytes.length, MAX_KEPT) + 1);
        if (bytes.length < WORTH_DEFLATING) {
            packed.write(PLAIN);
            packed.writeBytes(bytes);
            return packed.toByteArray();
        }
        packed.write(DEFLATED);
        try (DeflaterOutputStream out = new DeflaterOutputStream(packed)) {
            out.write(bytes);
        } catch (IOException e) {
            throw new IllegalStateException("Writing to memory failed", e);
        }
        return packed.toByteArray();
    }

    private static String context(String identity, State state) {
        return state.name() + ":" + identity;
    }
}
