/** Tests of the register of writes. */
@NullMarked
package io.switchboard.core.internal.once;

import org.jspecify.annotations.NullMarked;
