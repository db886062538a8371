/** What a connector promises to those who call it: as text to be kept, and what a change of it means for them. */
@Export
@Version("1.0.0")
@NullMarked
package io.switchboard.core.contract;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
