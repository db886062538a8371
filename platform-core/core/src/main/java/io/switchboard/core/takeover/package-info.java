/** How one version of a bundle hands its calls to the next, without losing any. */
@Export
@Version("1.0.0")
@NullMarked
package io.switchboard.core.takeover;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
