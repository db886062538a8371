@NullMarked
package io.switchboard.core.limit;

import org.jspecify.annotations.NullMarked;
