/** One record per call, and how to read them. */
@Export
@Version("1.3.0")
@NullMarked
package io.switchboard.core.audit;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
