@NullMarked
package io.switchboard.launcher;

import org.jspecify.annotations.NullMarked;
