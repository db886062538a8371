@NullMarked
package io.switchboard.core.internal.mask;

import org.jspecify.annotations.NullMarked;
