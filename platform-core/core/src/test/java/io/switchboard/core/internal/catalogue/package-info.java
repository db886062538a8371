/** Tests. */
@NullMarked
package io.switchboard.core.internal.catalogue;

import org.jspecify.annotations.NullMarked;
