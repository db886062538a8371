/** Tests. */
@NullMarked
package io.switchboard.security.internal.key;

import org.jspecify.annotations.NullMarked;
