package io.switchboard.core.call;

/**
 * Who a caller claims to be. Immutable; its {@code toString()} hides the token.
 *
 * @param scheme the scheme in lower case, such as {@code bearer}
 * @param token the token as it came
 */
public record Credentials(String scheme, String token) {
    @Override
    public String toString() {
        return "Credentials[" + scheme + "]";
    }
}
