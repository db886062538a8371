/** Transactions on the tickets' tables. */
@NullMarked
package io.switchboard.ticket.embedded.internal.sql;

import org.jspecify.annotations.NullMarked;
