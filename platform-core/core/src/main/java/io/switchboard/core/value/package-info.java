/** How values are written and read at the edge, whatever the format. */
@Export
@Version("1.0.0")
@NullMarked
package io.switchboard.core.value;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
