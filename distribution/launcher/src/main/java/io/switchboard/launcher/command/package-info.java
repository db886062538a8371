/** What the command line does beside running a hub: secrets, and who it is to a hub. Each command is a process of its own. */
@NullMarked
package io.switchboard.launcher.command;

import org.jspecify.annotations.NullMarked;
