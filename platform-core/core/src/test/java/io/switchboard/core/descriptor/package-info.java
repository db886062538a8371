@NullMarked
package io.switchboard.core.descriptor;

import org.jspecify.annotations.NullMarked;
