package io.switchboard.security.internal.client;

/** By which signatures clients may prove who they are; all of a public key, for nobody else may know the other. */
public enum KeyAlgorithm {
    /** RSASSA-PKCS1-v1_5 with SHA-256. */
    RS256("RSA"),
    /** RSASSA-PSS with SHA-256. */
    PS256("RSA"),
    /** ECDSA with P-256 and SHA-256. */
    ES256("EC");

    private final String family;

    KeyAlgorithm(String family) {
        this.family = family;
    }

    /** As Java names the family of its keys. */
    String family() {
        return family;
    }
}
