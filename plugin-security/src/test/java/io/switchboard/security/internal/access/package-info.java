/** Tests. */
@NullMarked
package io.switchboard.security.internal.access;

import org.jspecify.annotations.NullMarked;
