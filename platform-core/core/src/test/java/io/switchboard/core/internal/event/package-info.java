@NullMarked
package io.switchboard.core.internal.event;

import org.jspecify.annotations.NullMarked;
