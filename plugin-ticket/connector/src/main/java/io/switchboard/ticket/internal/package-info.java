/** The ticket connector: what callers can do with tickets, whichever system keeps them. */
@NullMarked
package io.switchboard.ticket.internal;

import org.jspecify.annotations.NullMarked;
