/** Redmine's projects, fields, states and priorities, found by their names. */
@NullMarked
package io.switchboard.ticket.redmine.internal.reference;

import org.jspecify.annotations.NullMarked;
