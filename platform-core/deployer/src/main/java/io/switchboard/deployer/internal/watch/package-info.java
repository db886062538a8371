/** When to look at a folder, and when a file in it has come to rest. */
@NullMarked
package io.switchboard.deployer.internal.watch;

import org.jspecify.annotations.NullMarked;
