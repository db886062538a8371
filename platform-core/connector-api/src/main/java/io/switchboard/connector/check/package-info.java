/**
 * Asking a backend whether it can do its work. A backend's bundle registers a {@link io.switchboard.connector.check.BackendCheck}; the
 * hub asks it when somebody runs {@code switchboard check}.
 */
@Export
@Version("1.0.0")
@NullMarked
package io.switchboard.connector.check;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
