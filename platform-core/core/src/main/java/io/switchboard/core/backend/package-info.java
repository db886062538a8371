/** What the hub's client for backends and the pipeline know of each other. */
@Export
@Version("1.0.0")
@NullMarked
package io.switchboard.core.backend;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
