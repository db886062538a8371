/** The ticket backend on the hub's own store. */
@NullMarked
package io.switchboard.ticket.embedded.internal;

import org.jspecify.annotations.NullMarked;
