package io.switchboard.deployer.internal.bundles;

import org.osgi.framework.BundleException;

/** What went wrong, in short. */
final class Words {
    private Words() {}

    /** The innermost cause says what happened; the outer ones say that something did. */
    static String of(Throwable failure) {
        Throwable innermost = failure;
        while (innermost.getCause() != null) {
            innermost = innermost.getCause();
        }
        String message = innermost.getMessage();
        return innermost instanceof BundleException && message != null ? message : innermost.toString();
    }
}
