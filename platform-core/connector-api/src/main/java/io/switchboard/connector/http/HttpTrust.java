package io.switchboard.connector.http;

import io.switchboard.connector.Secret;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Whose certificates a backend's is verified against, in place of the Java platform's. Immutable.
 *
 * @param file certificates in PEM, or a key store of PKCS #12
 * @param password the key store's; empty for PEM
 */
public record HttpTrust(Path file, Optional<Secret> password) {}
