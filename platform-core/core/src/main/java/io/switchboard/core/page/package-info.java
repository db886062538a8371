/** Pages of the hub's own, which whoever serves callers offers beside the operations. */
@Export
@Version("1.0.0")
@NullMarked
package io.switchboard.core.page;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
