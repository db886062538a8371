/** The audit log in checksummed, chained segments. */
@NullMarked
package io.switchboard.core.internal.audit;

import org.jspecify.annotations.NullMarked;
