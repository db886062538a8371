/** Tokens that were ended before their time. */
@NullMarked
package io.switchboard.security.internal.revocation;

import org.jspecify.annotations.NullMarked;
