package io.switchboard.core.internal.handle;

/**
 * Where a handle means something; anywhere else there is no such handle. Immutable.
 *
 * @param principal who calls
 * @param customer whom the call is about; empty: nobody
 * @param conversation the caller's name for it; empty: all its calls that name none
 */
public record HandleScope(String principal, String customer, String conversation) {
    /** One text for each scope: the parts are prefixed with their lengths. */
    String text() {
        return principal.length() + ":" + principal + customer.length() + ":" + customer + conversation;
    }
}
