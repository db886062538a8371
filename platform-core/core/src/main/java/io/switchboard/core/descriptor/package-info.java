/** What an operation is: the immutable model that every transport and every document is made from. */
@Export
@Version("1.0.0")
@NullMarked
package io.switchboard.core.descriptor;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
