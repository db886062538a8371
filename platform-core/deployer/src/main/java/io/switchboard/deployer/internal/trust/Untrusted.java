package io.switchboard.deployer.internal.trust;

/** Why a jar may not be deployed, in words for an integration engineer. */
public final class Untrusted extends Exception {
    private static final long serialVersionUID = 1L;

    private final String zh;

    Untrusted(String en, String zh) {
        super(en, null, false, false);
        this.zh = zh;
    }

    public String en() {
        return String.valueOf(getMessage());
    }

    public String zh() {
        return zh;
    }
}
