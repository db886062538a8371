/** What an instance's configuration says. */
@NullMarked
package io.switchboard.ticket.redmine.internal.settings;

import org.jspecify.annotations.NullMarked;
