@NullMarked
package io.switchboard.deployer.internal.watch;

import org.jspecify.annotations.NullMarked;
