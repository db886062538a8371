/** A ticket's comments and history, read out of journals. */
@NullMarked
package io.switchboard.ticket.redmine.internal.trail;

import org.jspecify.annotations.NullMarked;
