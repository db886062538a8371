/** Tickets in Redmine: one instance per configuration. */
@NullMarked
package io.switchboard.ticket.redmine.internal;

import org.jspecify.annotations.NullMarked;
