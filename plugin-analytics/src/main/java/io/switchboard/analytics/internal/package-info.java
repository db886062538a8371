/** Counts what the audit tells of calls, and answers questions about it. */
@NullMarked
package io.switchboard.analytics.internal;

import org.jspecify.annotations.NullMarked;
