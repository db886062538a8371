/** What a connector is made of: the annotations it declares itself with, the types it speaks in, the errors it may give. */
@Export
@Version("1.0.0")
@NullMarked
package io.switchboard.connector;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
