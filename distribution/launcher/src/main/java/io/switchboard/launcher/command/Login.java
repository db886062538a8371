package io.switchboard.launcher.command;

import java.util.Optional;

/**
 * Who the command line is to one hub. Immutable; its {@code toString()} has no secret in it.
 *
 * @param address the hub
 * @param clientId the client
 * @param clientSecret its secret
 * @param authority a file of certificates that the hub's is checked by, in place of Java's own
 * @param token the last token, if one was fetched
 */
record Login(
        HubAddress address, String clientId, String clientSecret, Optional<String> authority, Optional<Token> token) {

    Login with(Token fresh) {
        return new Login(address, clientId, clientSecret, authority, Optional.of(fresh));
    }

    @Override
    public String toString() {
        return clientId + " at " + address;
    }
}
