@NullMarked
package io.switchboard.launcher.command;

import org.jspecify.annotations.NullMarked;
