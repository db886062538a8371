/** Redmine's own words: issues, journals, and how they are asked for and written. */
@NullMarked
package io.switchboard.ticket.redmine.internal.api;

import org.jspecify.annotations.NullMarked;
