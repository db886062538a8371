/** Roles: what they may call and see. */
@NullMarked
package io.switchboard.security.internal.role;

import org.jspecify.annotations.NullMarked;
