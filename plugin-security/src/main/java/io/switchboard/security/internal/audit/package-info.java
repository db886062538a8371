/** What auditors ask of the audit, and the erasure of customers from it. */
@NullMarked
package io.switchboard.security.internal.audit;

import org.jspecify.annotations.NullMarked;
