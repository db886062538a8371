/** The one way in: a request, the reply to it, and the problem it may end with. */
@Export
@Version("1.1.0")
@NullMarked
package io.switchboard.core.call;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
