/** What the security plugin fills: who calls, what they may do, what they may see. */
@Export
@Version("1.0.0")
@NullMarked
package io.switchboard.core.security;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
