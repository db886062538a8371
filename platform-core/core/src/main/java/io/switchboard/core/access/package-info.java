/** The way in for what is no operation of a connector: a page of the hub's own, a partner's servlet. */
@Export
@Version("1.0.0")
@NullMarked
package io.switchboard.core.access;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
