/** Tests. */
@NullMarked
package io.switchboard.security.internal.role;

import org.jspecify.annotations.NullMarked;
