@NullMarked
package io.switchboard.core.internal.handle;

import org.jspecify.annotations.NullMarked;
