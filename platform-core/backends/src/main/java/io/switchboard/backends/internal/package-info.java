/** The backends that are open, as connectors, administrators and health see them. */
@NullMarked
package io.switchboard.backends.internal;

import org.jspecify.annotations.NullMarked;
