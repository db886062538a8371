/** Tickets to look at, for a hub that runs to be tried. */
@NullMarked
package io.switchboard.ticket.embedded.internal.demo;

import org.jspecify.annotations.NullMarked;
