/** What became of the files that were dropped into the hub, and what has to know core for the deployer to lose no call. */
@Export
@Version("1.0.0")
@NullMarked
package io.switchboard.deployer;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
