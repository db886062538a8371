/** What the hub counts. */
@Export
@Version("1.1.0")
@NullMarked
package io.switchboard.core.metrics;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
