/** Who deals with a ticket, how soon, and why: rules from a file, and what is urgent whatever they say. */
@NullMarked
package io.switchboard.ticket.internal.dispatch;

import org.jspecify.annotations.NullMarked;
