@NullMarked
package io.switchboard.core.internal.bind;

import org.jspecify.annotations.NullMarked;
