/** Bounds on how often something is done. */
@Export
@Version("1.0.0")
@NullMarked
package io.switchboard.core.limit;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
