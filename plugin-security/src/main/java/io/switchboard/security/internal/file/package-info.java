/** Files that only the hub's own account may read. */
@NullMarked
package io.switchboard.security.internal.file;

import org.jspecify.annotations.NullMarked;
