package io.switchboard.core.contract;

import io.switchboard.core.descriptor.ConnectorDescriptor;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * The wire contract of one major of a connector: its whole descriptor, descriptions included, as a text in which each fact has a line of
 * its own and which is always in the same order. Immutable; equal when the text is.
 */
public final class Contract {
    /** Half of a SHA-256: short enough to be copied, too long for two contracts to be made that share one. */
    private static final int DIGEST_CHARACTERS = 32;

    private final ConnectorDescriptor descriptor;
    private final String text;

    private Contract(ConnectorDescriptor descriptor) {
        this.descriptor = descriptor;
        this.text = ContractWriter.write(descriptor);
    }

    /** The contract of a connector. */
    public static Contract of(ConnectorDescriptor descriptor) {
        return new Contract(descriptor);
    }

    /**
     * Reads what {@link #text} gave. Line ends of Windows, empty lines and lines that begin with {@code #} are accepted.
     *
     * @throws ContractFault where it is no contract, with the line
     */
    public static Contract read(String text) throws ContractFault {
        return new Contract(ContractReader.read(text));
    }

    /** The connector and its major, such as {@code loyalty.v1}. */
    public String name() {
        return descriptor.name();
    }

    /** The file that keeps it, such as {@code loyalty.v1.contract}. */
    public String fileName() {
        return name() + ".contract";
    }

    /** What it says. */
    public ConnectorDescriptor descriptor() {
        return descriptor;
    }

    /** All it says, for a file in UTF-8; the last line ends with a line feed, too. */
    public String text() {
        return text;
    }

    /** Names exactly this contract: the first 32 hexadecimal digits of the SHA-256 of its text. */
    public String digest() {
        try {
            byte[] all = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(all).substring(0, DIGEST_CHARACTERS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is not available", e);
        }
    }

    /**
     * What changes for callers when the next contract takes the place of this one; the breaking changes first, otherwise in the order of
     * the text. Empty only where the two are equal.
     *
     * @throws IllegalArgumentException where they are not of the same connector and major: another major is another contract
     */
    public List<ContractChange> changesTo(Contract next) {
        if (!name().equals(next.name())) {
            throw new IllegalArgumentException(name() + " and " + next.name() + " are two contracts");
        }
        return text.equals(next.text) ? List.of() : ConnectorComparison.of(descriptor, next.descriptor);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Contract contract && contract.text.equals(text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return name() + " " + digest();
    }
}
