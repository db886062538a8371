/** Events: taken out of the outbox of the store, put in one order, kept for a time, and read as callers may. */
@NullMarked
package io.switchboard.core.internal.event;

import org.jspecify.annotations.NullMarked;
