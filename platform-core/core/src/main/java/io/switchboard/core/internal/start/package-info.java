/** Puts core together in a framework: finds its services, offers its own. */
@NullMarked
package io.switchboard.core.internal.start;

import org.jspecify.annotations.NullMarked;
