/** Events: what a bundle tells of, in the same transaction as the change, and the hub hands on to those who may know. */
@Export
@Version("1.0.0")
@NullMarked
package io.switchboard.connector.event;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
