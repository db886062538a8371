/** What happened, for transports to hand on: who hears of which events, in which order, and what of them. */
@Export
@Version("1.0.0")
@NullMarked
package io.switchboard.core.event;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
