@NullMarked
package io.switchboard.core.internal.start;

import org.jspecify.annotations.NullMarked;
