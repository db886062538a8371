/** Tests. */
@NullMarked
package io.switchboard.security.internal.health;

import org.jspecify.annotations.NullMarked;
