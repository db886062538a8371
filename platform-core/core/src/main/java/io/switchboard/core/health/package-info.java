/** Whether the hub can serve. */
@Export
@Version("1.0.0")
@NullMarked
package io.switchboard.core.health;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
