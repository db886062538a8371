/** Finding out what happened in Redmine, which tells nobody by itself. */
@NullMarked
package io.switchboard.ticket.redmine.internal.poll;

import org.jspecify.annotations.NullMarked;
