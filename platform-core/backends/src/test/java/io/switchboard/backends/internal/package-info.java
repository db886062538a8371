@NullMarked
package io.switchboard.backends.internal;

import org.jspecify.annotations.NullMarked;
