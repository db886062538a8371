/** The keys that sign and verify tokens. */
@NullMarked
package io.switchboard.security.internal.key;

import org.jspecify.annotations.NullMarked;
