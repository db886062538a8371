/** Which connectors the hub offers at this moment. */
@Export
@Version("1.1.0")
@NullMarked
package io.switchboard.core.catalogue;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
